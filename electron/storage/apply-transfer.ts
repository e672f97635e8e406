import { requestId } from '../../shared/domain/ids.ts';
import { transfer as transferSchema } from '../../shared/domain/transfer/transfer.ts';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import { refreshCodes } from './archive/keep-in-archive.ts';
import { keepRow } from './transfer-acts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** One transfer of the feed; its id is the request's. Older versions change nothing. */
export function applyTransfer(unit: UnitOfWork, line: ChangeLine): 'applied' | 'old' | 'set-aside' {
  const { transfers, master } = unit.parts;
  const known = transfers.version(line.id) ?? master.tombstone('transfer', line.id);
  if (known !== null && line.version <= known) return 'old';
  if (line.removed === true) {
    transfers.remove(line.id);
    master.bury('transfer', line.id, line.version);
  } else {
    const parsed = transferSchema.safeParse(line.body);
    if (!parsed.success || parsed.data.requestId !== line.id) return 'set-aside';
    transfers.upsert(parsed.data, line.version, JSON.stringify(line.body));
    keepRow(unit.parts, { transfer: parsed.data, row: null });
  }
  refreshCodes(unit, requestId.parse(line.id));
  unit.transfersChanged = true;
  return 'applied';
}
