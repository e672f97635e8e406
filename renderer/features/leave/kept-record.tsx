import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/text/format.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { KeptDecision } from '../../../shared/ipc/views/leave.ts';
import { call } from '../../app/bridge.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PaperDialog } from '../papers/paper-dialog.tsx';

const paper = { kind: 'kept-record' } as const;

/** What stays: the officer's own decisions and the server's receipts, to be looked at and saved. */
export function KeptRecord({ decisions }: { decisions: readonly KeptDecision[] }) {
  const { t } = useTranslation('leave');
  const language = useLanguage();
  const [isPaperOpen, setIsPaperOpen] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<DeskError | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);

  async function save(): Promise<void> {
    setIsSaving(true);
    const answer = await call('leave.save', { language });
    setIsSaving(false);
    setError(answer.ok ? null : answer.error);
    setSavedAs(answer.ok ? answer.value.savedAs : null);
  }

  const isEmpty = decisions.length === 0;
  return (
    <Panel
      title={t('kept.title')}
      aside={
        <span className="row">
          <Button
            icon="print"
            isDisabled={isEmpty}
            onPress={() => {
              setIsPaperOpen(true);
            }}
          >
            {t('kept.print')}
          </Button>
          <Button icon="download" isPending={isSaving} isDisabled={isEmpty} onPress={() => void save()}>
            {t('kept.save')}
          </Button>
        </span>
      }
    >
      <div className="stack">
        <p className="muted">{t(isEmpty ? 'kept.empty' : 'kept.text')}</p>
        <ErrorBanner error={error} />
        {savedAs !== null && (
          <Banner tone="good" title={t('kept.saved', { name: savedAs })}>
            {null}
          </Banner>
        )}
        {!isEmpty && <KeptTable decisions={decisions} />}
        <PaperDialog
          paper={isPaperOpen ? paper : null}
          onClose={() => {
            setIsPaperOpen(false);
          }}
        />
      </div>
    </Panel>
  );
}

function KeptTable({ decisions }: { decisions: readonly KeptDecision[] }) {
  const { t } = useTranslation(['leave', 'common']);
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{t('kept.order')}</th>
          <th scope="col">{t('kept.decision')}</th>
          <th scope="col">{t('kept.recorded')}</th>
          <th scope="col">{t('kept.state')}</th>
          <th scope="col">{t('kept.receipt')}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((each) => (
          <tr key={each.decisionId}>
            <td>{each.orderNo ?? t('kept.none')}</td>
            <td>{t(`common:outcomeDone.${each.outcome}`)}</td>
            <td>{formatInstant(each.recordedAt)}</td>
            <td>{t(`common:decisionState.${each.state}`)}</td>
            <td>
              {each.receipt
                ? t('kept.receiptOf', {
                    number: each.receipt.serverSequence,
                    at: formatInstant(each.receipt.acceptedAt),
                  })
                : t('kept.none')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
