import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import { Button } from '../../ui/button.tsx';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { ActsPanel } from './acts-panel.tsx';
import { FollowUpsPanel } from './follow-ups-panel.tsx';
import { ReconciliationPanel } from './reconciliation-panel.tsx';
import { StageLine } from './stage-line.tsx';
import { TransferStanding } from './transfer-standing.tsx';
import { useTransfer } from './use-transfer.ts';

/** One transfer: how far it is, what came of it, and what is still to be done. */
export function TransferDetail({ requestId }: { requestId: RequestId }) {
  const { t } = useTranslation(['transfers', 'common']);
  const { view, error, reload, take } = useTransfer(requestId);
  return (
    <main className="screen">
      <DetailHead requestId={requestId} view={view} />
      <ErrorBanner error={error} onRetry={reload} />
      {view === null && error === null && <p className="muted">{t('loading')}</p>}
      {view !== null && (
        <div className="transfer-detail">
          <TransferStanding view={view} />
          <StageLine transfer={view.transfer} />
          <FollowUpsPanel view={view} onDone={take} />
          {view.lines.length > 0 && <ReconciliationPanel view={view} onDone={take} />}
          <ActsPanel view={view} />
        </div>
      )}
    </main>
  );
}

function DetailHead({ requestId, view }: { requestId: RequestId; view: TransferView | null }) {
  const { t } = useTranslation(['transfers', 'common']);
  const say = useBilingual();
  const lspName = useLspName();
  const go = useDesk((desk) => desk.go);
  const [isPrinting, setIsPrinting] = useState(false);
  const back = () => {
    go({ name: 'transfers', requestId: null });
  };
  useShortcuts([{ keys: ['Escape'], label: t('back'), group: t('title'), run: back }]);
  return (
    <div className="transfer-head">
      <Button variant="quiet" size="small" icon="arrow-left" keys="Esc" onPress={back}>
        {t('back')}
      </Button>
      {view !== null && (
        <div className="transfer-head-title">
          <h1>
            {view.transfer.oldKioskCode}
            {view.transfer.newKioskCode !== null && ` → ${view.transfer.newKioskCode}`}{' '}
            <span className="transfer-head-centre">{say(view.centreName)}</span>
          </h1>
          <p className="muted">
            {view.transfer.requestNo} · {lspName(view.transfer.fromLspId)} → {lspName(view.transfer.toLspId)}
          </p>
        </div>
      )}
      <Button
        size="small"
        icon="document"
        onPress={() => {
          go({ name: 'review', requestId });
        }}
      >
        {t('openRequest')}
      </Button>
      {view !== null && view.lines.length > 0 && (
        <Button
          size="small"
          icon="print"
          onPress={() => {
            setIsPrinting(true);
          }}
        >
          {t('print')}
        </Button>
      )}
      <PaperDialog
        paper={isPrinting ? { kind: 'reconciliation', requestId } : null}
        onClose={() => {
          setIsPrinting(false);
        }}
      />
    </div>
  );
}
