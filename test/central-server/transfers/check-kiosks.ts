import type { Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../database/open-database.ts';
import { TransferStopped, type StepHook } from './transfer-step.ts';

/**
 * Locks what will move, kiosks in the order of their codes: two transfers on the same kiosks wait for each other and
 * cannot deadlock. No service of a locked kiosk can be booked meanwhile, as its row is referred to.
 * @throws TransferStopped when the records are not as the approval takes them to be.
 */
export async function checkKiosks(database: Database, transfer: Transfer, hook: StepHook): Promise<void> {
  const { oldKioskCode, newKioskCode, fromLspId, toLspId } = transfer;
  const kiosks = await database
    .selectFrom('kiosks')
    .select(['code', 'lsp_id', 'is_active'])
    .where('code', 'in', newKioskCode === null ? [oldKioskCode] : [oldKioskCode, newKioskCode])
    .orderBy('code')
    .forUpdate()
    .execute();
  await hook('kiosks-locked', database);
  const balance = await database
    .selectFrom('balances')
    .select('kiosk_code')
    .where('kiosk_code', '=', oldKioskCode)
    .forUpdate()
    .executeTakeFirst();
  await hook('balances-locked', database);

  const old = kiosks.find((kiosk) => kiosk.code === oldKioskCode);
  if (old === undefined) throw new TransferStopped('record-missing');
  // Before the balances are asked for: those of an ID that was left behind have moved away.
  if (!old.is_active) throw new TransferStopped('old-id-inactive');
  if (balance === undefined) throw new TransferStopped('record-missing');
  if (old.lsp_id !== fromLspId) throw new TransferStopped('current-lsp-differs');
  if (!(await isLspKnown(database, toLspId))) throw new TransferStopped('target-lsp-vanished');
  await hook('lsp-checked', database);
  if (kiosks.some((kiosk) => kiosk.code === newKioskCode)) throw new TransferStopped('new-id-taken');
}

async function isLspKnown(database: Database, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('feed')
    .select('id')
    .where('kind', '=', 'lsp')
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst();
  return row !== undefined;
}
