import { useEffect, useState } from 'react';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { TransferRow } from '../../../shared/ipc/views/transfer-view.ts';
import { call } from '../../app/bridge.ts';
import { useTransferChanges } from './use-transfer-changes.ts';

export interface TransfersReading {
  /** Null until the first answer. */
  rows: TransferRow[] | null;
  /** Of the last attempt to read; the rows shown are then the ones before. */
  error: DeskError | null;
  reload: () => void;
}

/** Every transfer that this desk knows, read again when one changes. */
export function useTransfers(): TransfersReading {
  const [reading, setReading] = useState<Omit<TransfersReading, 'reload'>>({ rows: null, error: null });
  const [turn, reload] = useTransferChanges();
  useEffect(() => {
    let isCurrent = true;
    void call('transfer.list', undefined).then((answer) => {
      if (!isCurrent) return;
      setReading((before) =>
        answer.ok ? { rows: answer.value, error: null } : { rows: before.rows, error: answer.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [turn]);
  return { ...reading, reload };
}
