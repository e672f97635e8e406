import { sql } from 'kysely';
import { v7 } from 'uuid';
import { requestId, type RequestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { reconcile, toAcknowledge } from '../../../shared/domain/transfer/reconcile.ts';
import { transferAct, type TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import type { CentralServer } from '../../central-server/start.ts';
import type { SyncDesk } from './sync-desk.ts';

/** Approved by the desk, moved by the server, with one paisa lost on the way. */
export async function transferWithDifference(central: CentralServer, desk: SyncDesk): Promise<RequestId> {
  const requests = await central.data.requests(desk.identity.district.id);
  const request = requests.find(
    (each) => each.status === 'pending' && each.record !== null && each.currentLspId !== each.targetLspId,
  );
  if (!request) throw new Error('The seed has no pending request left');
  const engine = desk.engine();
  await engine.syncNow();
  await desk.decide(request.id, 'approve', Date.now());
  await engine.syncNow();
  await central.data.runTransfer(request.id, async (step, database) => {
    if (step !== 'ids-switched') return;
    const code = request.kioskCode;
    await sql`update balances set wallet = wallet - 1 where kiosk_code = ${code}`.execute(database);
  });
  await engine.syncNow();
  await engine.stop();
  return requestId.parse(request.id);
}

/** As the handler does. */
export async function saveAct(desk: SyncDesk, id: RequestId, act: TransferAct['act']): Promise<void> {
  const now = Date.now();
  const at = instantOf(now);
  const { officer, district, deviceId } = desk.identity;
  const content = JSON.stringify(
    transferAct.parse({
      ...{ protocol: 1, id: v7({ msecs: now }), requestId: id, districtId: district.id },
      ...{ act, officerId: officer.id, deviceId, at },
    }),
  );
  await desk.store.saveTransferAct({ content, officerSignature: desk.keys.signAsOfficer(content) }, at);
}

export async function openLines(desk: SyncDesk, id: RequestId): Promise<string[]> {
  const stored = await desk.store.transfer(id);
  if (!stored) throw new Error('The transfer has not come');
  return toAcknowledge(stored.transfer, reconcile(stored.transfer));
}
