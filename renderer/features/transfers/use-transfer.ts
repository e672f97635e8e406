import { useEffect, useState } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { call } from '../../app/bridge.ts';
import { useTransferChanges } from './use-transfer-changes.ts';

export interface TransferReading {
  view: TransferView | null;
  error: DeskError | null;
  reload: () => void;
  /** What an act answered: shown at once, before the feed tells of it. */
  take: (view: TransferView) => void;
}

/** One transfer with its reconciliation, read again when it changes. */
export function useTransfer(requestId: RequestId): TransferReading {
  const [view, setView] = useState<TransferView | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [turn, reload] = useTransferChanges();
  useEffect(() => {
    let isCurrent = true;
    void call('transfer.open', { requestId }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setView(answer.value);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [requestId, turn]);
  return { view, error, reload, take: setView };
}
