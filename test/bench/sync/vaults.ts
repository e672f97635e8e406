import { join } from 'node:path';
import { deviceId } from '../../../shared/domain/ids.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import { writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import type { RecordedDecision, VaultIdentity } from '../../../electron/storage/store.ts';
import { openWorkerStore } from '../../../electron/storage/worker-store.ts';
import type { ChangeLine } from '../../../shared/sync/protocol.ts';
import { readStateHolidays } from '../../support/samples/read-holidays.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { sealedAt } from './decided.ts';
import { at, today } from './workload.ts';

export const vaultKey = { cipher: 'aegis' as const, hex: '5a'.repeat(32) };
export const workerUrl = new URL('../../../electron/storage/vault-worker.ts', import.meta.url);

export interface VaultSetting {
  folder: string;
  serverUrl: string;
  serverKey: string;
  deviceKey: string;
}

/** A vault as after an enrolment, with the holidays of the state. */
export async function emptyVault({ folder, serverUrl, serverKey, deviceKey }: VaultSetting): Promise<string> {
  const file = join(folder, 'empty.db');
  const identity: VaultIdentity = {
    ...sampleOffice,
    deviceId: deviceId.parse('device-1'),
    series: 'A',
    serverUrl,
    serverKey,
    deviceKey,
    enrolledAt: '2026-10-05T06:00:00.000Z',
  };
  const database = openEncrypted(file, vaultKey, 'create');
  migrate(database);
  writeIdentity(database, identity);
  database.close();
  const { store } = await openWorkerStore(workerUrl, file, vaultKey);
  const holidays = readStateHolidays().map((body) => {
    return { cursor: 'holidays', kind: 'holiday-list', id: String(body.year), version: 1, body };
  });
  await store.applyChanges(holidays, 'holidays', at, today);
  await store.close();
  return file;
}

/** Takes the requests in and seals the decisions about them: all of them wait to be sent. */
export async function fillOutbox(
  file: string,
  lines: readonly ChangeLine[],
  decisions: readonly RecordedDecision[],
): Promise<void> {
  const { store } = await openWorkerStore(workerUrl, file, vaultKey);
  await store.applyChanges([...lines], lines.at(-1)?.cursor ?? '', at, today);
  for (const decision of decisions) {
    const done = await store.recordDecision(decision);
    if (!done.ok) throw new Error(done.error.kind);
  }
  await store.sealDecisions({ due: true }, sealedAt);
  await store.close();
}
