import type { TransferRow } from '../../../shared/ipc/views/transfer-view.ts';

/** In the order in which they need somebody. */
export const transferPiles = ['to-acknowledge', 'failed', 'waiting', 'follow-ups', 'completed'] as const;
export type TransferPile = (typeof transferPiles)[number];

export function pileOf(row: TransferRow): TransferPile {
  switch (row.state) {
    case 'failed':
      return 'failed';
    case 'waiting':
      return 'waiting';
    case 'completed':
      if (row.toAcknowledge > 0) return 'to-acknowledge';
      return row.followUpsOpen > 0 ? 'follow-ups' : 'completed';
  }
}

/** Every row once, in its pile; within a pile the latest change first. */
export function pilesOf(rows: readonly TransferRow[]): { pile: TransferPile; rows: TransferRow[] }[] {
  return transferPiles
    .map((pile) => ({
      pile,
      rows: rows
        .filter((row) => pileOf(row) === pile)
        .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt)),
    }))
    .filter((group) => group.rows.length > 0);
}

/** The rows of which a code, the number or the centre's name holds what was typed; all of them for nothing typed. */
export function rowsWith(rows: readonly TransferRow[], typed: string): TransferRow[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...rows];
  return rows.filter((row) =>
    [row.requestNo, row.oldKioskCode, row.newKioskCode ?? '', row.centreName.hi, row.centreName.en].some(
      (text) => text.toLowerCase().includes(wanted),
    ),
  );
}
