import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { officerId, type OfficerId } from '../../../shared/domain/ids.ts';
import { vaultFolder } from '../../../electron/storage/open-vault.ts';
import type { OfficerKeys, OpenVault, VaultFolder } from '../../../electron/storage/vault.ts';
import { enrolAt } from '../../../electron/sync/enrol.ts';
import { createSyncEngine } from '../../../electron/sync/sync-engine.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import type { DrillOffice } from './office.ts';

/** Protects nothing: a drill opens a vault hundreds of times. */
const fastKdf = { memoryKiB: 64, iterations: 1, parallelism: 1 };
export const drillPassword = 'three green lamps';

/** A whole data folder as the app makes it, keyring and all, enrolled at an office's server. */
export async function enrolFolder(office: DrillOffice, workerUrl: string, label = 'desk-folder-') {
  const root = mkdtempSync(join(tmpdir(), label));
  const folder = join(root, 'vault');
  const pending = await folderAt(folder, workerUrl).beginEnrolment();
  const request = { ...pending.keys, activationCode: await office.newCode(), deviceName: 'Sample PC' };
  const enrolled = await enrolAt(office.central.url, request);
  if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.error.kind}`);
  const { officer, district, deviceId, serverKey, serverTime } = enrolled.value;
  const identity = {
    ...{ officer, district, deviceId, serverKey },
    series: enrolled.value.series ?? 'X1',
    serverUrl: office.central.url,
    enrolledAt: serverTime,
  };
  const made = await pending.create(identity, drillPassword, instantOf(Date.now()));
  made.officer.forget();
  await made.vault.close();
  const dispose = () => {
    rmSync(root, { recursive: true, force: true });
  };
  return { root, folder, officerId: officerId.parse(officer.id), deviceId, dispose };
}

export function folderAt(folder: string, workerUrl: string): VaultFolder {
  return vaultFolder({ folder, workerUrl: new URL(workerUrl), osWrap: null, kdf: fastKdf });
}

export interface OpenFolder {
  vault: OpenVault;
  officer: OfficerKeys;
  engine: ReturnType<typeof createSyncEngine>;
  clock: ReturnType<typeof manualClock>;
  close(): Promise<void>;
}

/** Signed in, with an engine that is not started. */
export async function openFolder(desk: VaultFolder, officer: OfficerId): Promise<OpenFolder> {
  const { vault, officer: keys } = await desk.open(officer, drillPassword);
  const clock = manualClock(Date.now());
  const engine = createSyncEngine({
    store: vault.store,
    blobs: vault.blobs,
    identity: vault.identity,
    clock,
    random: () => 0.5,
    events: { applied: () => undefined, status: () => undefined },
    patience: { answer: 10_000, idle: 10_000 },
  });
  return {
    ...{ vault, officer: keys, engine, clock },
    async close() {
      await engine.stop();
      keys.forget();
      await vault.close();
    },
  };
}
