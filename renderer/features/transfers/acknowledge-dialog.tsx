import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { lineKey, type ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { call } from '../../app/bridge.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useLineWords } from './line-words.ts';

interface Props {
  requestId: RequestId;
  lines: readonly ReconciliationLine[];
  onCancel: () => void;
  onDone: (view: TransferView) => void;
}

/** The most that one act may name; the rest is left to be acknowledged after it. */
const mostLines = 2000;
const listed = 6;

/** Asks for the reason with which the differences are taken note of; it is signed and goes to the server. */
export function AcknowledgeDialog({ requestId, lines, onCancel, onDone }: Props) {
  const { t } = useTranslation('transfers');
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<DeskError | null>(null);

  async function acknowledge(): Promise<void> {
    if (reason.trim() === '') {
      setError({ kind: 'reason-missing' });
      return;
    }
    setIsBusy(true);
    const keys = lines.slice(0, mostLines).map(lineKey);
    const answer = await call('transfer.acknowledge', { requestId, lines: keys, reason });
    setIsBusy(false);
    if (answer.ok) onDone(answer.value);
    else setError(answer.error);
  }

  return (
    <ActDialog
      title={t('acknowledge.title', { count: lines.length })}
      confirmLabel={t('acknowledge.confirm')}
      isBusy={isBusy}
      isTyped={reason !== ''}
      error={error?.kind === 'reason-missing' ? null : error}
      onCancel={onCancel}
      onConfirm={() => void acknowledge()}
    >
      <DifferenceList lines={lines} />
      <TextArea
        label={t('acknowledge.reason')}
        description={t('acknowledge.reasonHint')}
        error={error?.kind === 'reason-missing' ? t('acknowledge.reasonMissing') : null}
        isRequired
        autoFocus
        maxLength={1000}
        value={reason}
        onChange={(typed) => {
          setReason(typed);
          setError(null);
        }}
      />
    </ActDialog>
  );
}

function DifferenceList({ lines }: { lines: readonly ReconciliationLine[] }) {
  const { t } = useTranslation('transfers');
  const words = useLineWords();
  const rest = lines.length - listed;
  return (
    <ul className="transfer-differences">
      {lines.slice(0, listed).map((line) => (
        <li key={lineKey(line)}>
          {line.service !== null && `${line.service}, `}
          {words.title(line)}: {words.value(line, 'before')} → {words.value(line, 'after')}
          {line.difference !== null && ` (${words.difference(line)})`}
        </li>
      ))}
      {rest > 0 && <li>{t('acknowledge.more', { count: rest })}</li>}
    </ul>
  );
}
