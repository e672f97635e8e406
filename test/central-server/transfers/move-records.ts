import { sql } from 'kysely';
import type { Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../database/open-database.ts';
import { TransferStopped, type StepHook } from './transfer-step.ts';

/**
 * Centre, history, balances and login go from the old ID to the new one, and the centre to its new LSP. A kiosk that
 * keeps its code keeps them where they are.
 * @throws TransferStopped `new-id-taken` when another transfer made the new ID meanwhile.
 */
export async function moveRecords(database: Database, transfer: Transfer, hook: StepHook): Promise<void> {
  const { oldKioskCode, newKioskCode, toLspId } = transfer;
  if (newKioskCode === null) {
    await database.updateTable('kiosks').set({ lsp_id: toLspId }).where('code', '=', oldKioskCode).execute();
    await hook('centre-moved', database);
    return;
  }
  await makeNewKiosk(database, transfer, newKioskCode);
  await hook('centre-moved', database);
  await database
    .updateTable('service_history')
    .set({ kiosk_code: newKioskCode })
    .where('kiosk_code', '=', oldKioskCode)
    .execute();
  await hook('history-moved', database);
  await database
    .updateTable('balances')
    .set({ kiosk_code: newKioskCode })
    .where('kiosk_code', '=', oldKioskCode)
    .execute();
  await hook('balances-moved', database);
  await sql`
    update kiosks set login_id = case code when ${newKioskCode} then
      (select login_id from kiosks where code = ${oldKioskCode}) else '' end
    where code in (${oldKioskCode}, ${newKioskCode})`.execute(database);
  await hook('login-moved', database);
}

/** From here on the old ID signs nobody in. */
export async function switchIds(
  database: Database,
  { oldKioskCode, newKioskCode }: Transfer,
  hook: StepHook,
): Promise<void> {
  if (newKioskCode !== null) {
    await sql`
      update kiosks set is_active = (code = ${newKioskCode})
      where code in (${oldKioskCode}, ${newKioskCode})`.execute(database);
  }
  await hook('ids-switched', database);
}

async function makeNewKiosk(database: Database, transfer: Transfer, newCode: string): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    insert into kiosks (code, district_id, lsp_id, name_hi, name_en, registered_on, is_active, login_id)
    select ${newCode}, district_id, ${transfer.toLspId}, name_hi, name_en, registered_on, false, ''
    from kiosks where code = ${transfer.oldKioskCode}
    on conflict (code) do nothing returning code`.execute(database);
  if (rows.length === 0) throw new TransferStopped('new-id-taken');
}
