import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpKind } from '../../../shared/domain/transfer/transfer-act.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FollowUpDialog } from './follow-up-dialog.tsx';

/** What people still have to do once the records have moved. */
export function FollowUpsPanel({
  view,
  onDone,
}: {
  view: TransferView;
  onDone: (view: TransferView) => void;
}) {
  const { t } = useTranslation('transfers');
  const [asked, setAsked] = useState<FollowUpKind | null>(null);
  if (view.followUps.length === 0) return null;
  return (
    <Panel title={t('followUps.title')}>
      <ul className="transfer-follow-ups">
        {view.followUps.map(({ kind, doneAt, note }) => (
          <li key={kind} data-done={doneAt !== null}>
            <Icon name={doneAt === null ? 'clock' : 'check-circle'} />
            <div>
              <p className="transfer-follow-up-title">{t(`followUps.${kind}.title`)}</p>
              <p className="muted">{t(`followUps.${kind}.text`)}</p>
              {doneAt !== null && <p>{t('followUps.doneAt', { at: formatInstant(doneAt) })}</p>}
              {note !== null && note !== '' && <p className="transfer-note">{note}</p>}
            </div>
            {doneAt === null && (
              <Button
                size="small"
                icon="check"
                label={t('followUps.doneOf', { what: t(`followUps.${kind}.title`) })}
                onPress={() => {
                  setAsked(kind);
                }}
              >
                {t('followUps.done')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <FollowUpDialog
          requestId={view.transfer.requestId}
          followUp={asked}
          onCancel={() => {
            setAsked(null);
          }}
          onDone={(done) => {
            setAsked(null);
            onDone(done);
          }}
        />
      )}
    </Panel>
  );
}
