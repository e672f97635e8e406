import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { FollowUpKind } from '../../../shared/domain/transfer/transfer-act.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { call } from '../../app/bridge.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { ActDialog } from './act-dialog.tsx';

interface Props {
  requestId: RequestId;
  followUp: FollowUpKind;
  onCancel: () => void;
  onDone: (view: TransferView) => void;
}

/** Records that a follow-up is done, with a note where there is something to say. */
export function FollowUpDialog({ requestId, followUp, onCancel, onDone }: Props) {
  const { t } = useTranslation('transfers');
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<DeskError | null>(null);

  async function record(): Promise<void> {
    setIsBusy(true);
    const answer = await call('transfer.followUpDone', { requestId, followUp, note: note.trim() });
    setIsBusy(false);
    if (answer.ok) onDone(answer.value);
    else setError(answer.error);
  }

  return (
    <ActDialog
      title={t(`followUps.${followUp}.title`)}
      confirmLabel={t('followUps.record')}
      isBusy={isBusy}
      isTyped={note !== ''}
      error={error}
      onCancel={onCancel}
      onConfirm={() => void record()}
    >
      <p>{t(`followUps.${followUp}.text`)}</p>
      <TextArea autoFocus label={t('followUps.note')} maxLength={1000} value={note} onChange={setNote} />
    </ActDialog>
  );
}
