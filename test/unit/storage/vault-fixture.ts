import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultFolder } from '../../../electron/storage/open-vault.ts';
import type { OsWrap } from '../../../electron/storage/vault.ts';
import { identity } from '../../contract/store-fixture.ts';
import { vaultWorkerUrl } from '../../support/vault/vault-worker-url.ts';

export const workerUrl = vaultWorkerUrl;
/** Protects nothing: so that a test does not wait for what slows a thief down. */
export const fastKdf = { memoryKiB: 64, iterations: 1, parallelism: 1 };
export const password = 'three green lamps';

/** A folder of its own, an enrolled and closed vault in it. */
export async function enrolledVault() {
  first ??= enrolAnother().then((made) => {
    process.once('exit', () => rmSync(made.root, { recursive: true, force: true }));
    return made;
  });
  const made = await first;
  const root = await mkdtemp(join(tmpdir(), 'desk-vault-'));
  const folder = join(root, 'vault');
  await cp(made.folder, folder, { recursive: true });
  const desk = vaultFolder({ folder, workerUrl, osWrap: null, kdf: fastKdf });
  return { ...made, root, folder, desk, dispose: () => rm(root, { recursive: true }) };
}

/** Made once in a process and copied: an enrolment takes seconds on a busy machine. */
let first: ReturnType<typeof enrolAnother> | null = null;

/** A vault with keys of its own, enrolled for this call. */
export async function enrolAnother(osWrap: OsWrap | null = null) {
  const root = await mkdtemp(join(tmpdir(), 'desk-vault-'));
  const folder = join(root, 'vault');
  const desk = vaultFolder({ folder, workerUrl, osWrap, kdf: fastKdf });
  const pending = await desk.beginEnrolment();
  const made = await pending.create(identity, password, identity.enrolledAt);
  const signature = made.officer.sign('sample');
  await made.vault.close();
  return {
    root,
    folder,
    desk,
    signature,
    recoveryKey: made.recoveryKey,
    officerId: identity.officer.id,
    dispose: () => rm(root, { recursive: true }),
  };
}
