import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import { useDesk } from '../../app/desk-store.ts';
import { readModel } from '../../app/read-model/read-model.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { PaperDialog } from '../papers/paper-dialog.tsx';

/** What can be given to the operator, and where the officer can go from here. */
export function StoryActions({ detail: { request, decision, transfer } }: { detail: RequestDetail }) {
  const { t } = useTranslation('status-desk');
  const go = useDesk((desk) => desk.go);
  const [paper, setPaper] = useState<PaperWish | null>(null);
  const row = useLiveQuery(() => readModel.requests.get(request.id), [request.id]);
  const requestId = request.id;
  const slip = () => {
    setPaper({ kind: 'status-slip', requestId });
  };
  useShortcuts([{ keys: ['Alt+P'], label: t('slip'), group: t('title'), run: slip }]);

  return (
    <div className="row">
      <Button variant="primary" icon="print" keys="Alt+P" onPress={slip}>
        {t('slip')}
      </Button>
      <Button
        icon="receipt"
        onPress={() => {
          setPaper({ kind: 'acknowledgement', requestId });
        }}
      >
        {t('acknowledgement')}
      </Button>
      {decision !== null && decision.orderNo !== null && (
        <Button
          icon="seal"
          onPress={() => {
            setPaper({ kind: 'order', decisionId: decision.id });
          }}
        >
          {t('order', { orderNo: decision.orderNo })}
        </Button>
      )}
      {transfer !== null && (
        <Button
          icon="transfer"
          onPress={() => {
            go({ name: 'transfers', requestId });
          }}
        >
          {t(`transfer.${transfer.transfer.state}`)}
        </Button>
      )}
      {row && (
        <Button
          icon="document"
          onPress={() => {
            go({ name: 'review', requestId });
          }}
        >
          {t('openReview')}
        </Button>
      )}
      <PaperDialog
        paper={paper}
        onClose={() => {
          setPaper(null);
        }}
      />
    </div>
  );
}
