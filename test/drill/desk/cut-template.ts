import { copyFileSync, cpSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficerId, RequestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { recordAs } from '../../support/sync/sync-desk.ts';
import type { ToldDecision } from '../account/compare-sides.ts';
import { enrolFolder, folderAt, openFolder, type OpenFolder } from './folder-desk.ts';
import type { DrillOffice } from './office.ts';

export interface CutTold extends ToldDecision {
  /** The log's length when it was told; null for what was told before the log began. */
  logBytes: number | null;
}

/** One office day's vault, as it lies closed and as it lies while the app runs, to be copied and cut. */
export interface CutTemplate {
  office: DrillOffice;
  officerId: OfficerId;
  deviceId: string;
  /** Closed: all is in the database. */
  closed: string;
  /** The process was killed: the newest is in the log. */
  running: string;
  told: CutTold[];
  dispose(): void;
}

const hour = 60 * 60_000;

/**
 * Requests with scans are received; some decisions are sent and answered, some sealed, some recorded, two reviews begun.
 */
export async function makeTemplate(office: DrillOffice, workerUrl: string): Promise<CutTemplate> {
  const made = await enrolFolder(office, workerUrl, 'desk-cut-');
  const desk = folderAt(made.folder, workerUrl);
  const told: CutTold[] = [];
  const first = await openFolder(desk, made.officerId);
  await first.engine.syncNow();
  for (const id of office.ids.slice(0, 6)) told.push(await decide(first, id, 0, null));
  first.engine.poke();
  await first.engine.syncNow();
  // One that leaves and whose answer the vault never sees written: sealed, not sent.
  for (const id of office.ids.slice(6, 9)) told.push(await decide(first, id, 0, null));
  await first.vault.store.sealDecisions({ due: true }, instantOf(first.clock.now()));
  for (const id of office.ids.slice(9, 12)) told.push(await decide(first, id, hour, null));
  await first.close();
  const closed = join(made.root, 'closed');
  cpSync(made.folder, closed, { recursive: true });

  const second = await openFolder(desk, made.officerId);
  const log = join(made.folder, 'vault.db-wal');
  const logBytes = () => (existsSync(log) ? statSync(log).size : 0);
  for (const id of office.ids.slice(12, 20)) {
    const decision = await decide(second, id, hour, 0);
    told.push({ ...decision, logBytes: logBytes() });
  }
  const running = join(made.root, 'running');
  cpSync(closed, running, { recursive: true });
  for (const name of ['vault.db', 'vault.db-wal']) copyFileSync(join(made.folder, name), join(running, name));
  await second.close();
  const { officerId, deviceId, dispose } = made;
  return { office, officerId, deviceId, closed, running, told, dispose };
}

async function decide(
  { vault, officer, clock }: OpenFolder,
  requestId: RequestId,
  sealsIn: number,
  logBytes: number | null,
): Promise<CutTold> {
  const now = clock.now();
  const as = {
    store: vault.store,
    identity: vault.identity,
    keys: { signAsOfficer: (text: string) => officer.sign(text) },
  };
  const decision = await recordAs(as, { requestId, outcome: 'approve', now, sealsAt: now + sealsIn });
  return { id: decision.id, requestId, content: decision.content, logBytes };
}
