import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useReading } from '../../app/use-reading.ts';
import { Button } from '../../ui/button.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { MinePanel, OtherPanel } from './side-panels.tsx';
import { useWhy } from './use-why.ts';
import './conflict.css';

/** A decision that came too late: both sides, the request then and now, and what may be done about it. */
export function ConflictScreen({ decisionId }: { decisionId: DecisionId }) {
  const { t } = useTranslation('conflict');
  const read = useCallback(() => call('conflict.open', { decisionId }), [decisionId]);
  const { value: conflict, error, reload } = useReading(read);
  const go = useDesk((desk) => desk.go);
  const back = () => {
    go({ name: 'outbox' });
  };
  useShortcuts([{ keys: ['Escape'], group: t('title'), label: t('back'), run: back }]);
  return (
    <main className="screen">
      <div className="conflict-head">
        <Button variant="quiet" size="small" icon="arrow-left" keys="Esc" onPress={back}>
          {t('back')}
        </Button>
        <h1>{t('title')}</h1>
        {conflict !== null && <Which conflict={conflict} />}
      </div>
      <ErrorBanner error={error} onRetry={reload} />
      {conflict === null ? (
        error === null && <p className="muted">{t('loading')}</p>
      ) : (
        <Conflict conflict={conflict} reload={reload} />
      )}
    </main>
  );
}

function Which({ conflict }: { conflict: ConflictView }) {
  const { t } = useTranslation('conflict');
  const nameOf = useBilingual();
  const go = useDesk((desk) => desk.go);
  return (
    <>
      <span className="conflict-which">
        {conflict.requestNo} · {conflict.kioskCode} · {nameOf(conflict.centreName)}
      </span>
      {conflict.present !== null && (
        <Button
          size="small"
          icon="document"
          onPress={() => {
            go({ name: 'review', requestId: conflict.requestId });
          }}
        >
          {t('openRequest')}
        </Button>
      )}
    </>
  );
}

function Conflict({ conflict, reload }: { conflict: ConflictView; reload: () => void }) {
  const { t } = useTranslation('conflict');
  const why = useWhy(conflict);
  return (
    <>
      <p className="conflict-why">
        <strong>{why}</strong> {t('noEffect')}
      </p>
      <div className="conflict-sides">
        <MinePanel conflict={conflict} />
        <OtherPanel conflict={conflict} />
      </div>
      <ChoicePanel conflict={conflict} onRefused={reload} />
      <ComparePanel conflict={conflict} />
    </>
  );
}
