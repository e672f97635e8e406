import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBlobFolder } from './blobs/blob-folder.ts';
import { openPartFolder } from './blobs/part-folder.ts';
import { CentralData } from './central-data.ts';
import { dropSchema } from './database/drop-schema.ts';
import { openDatabase } from './database/open-database.ts';
import { waitUntilSettled } from './feed/wait-until-settled.ts';
import { buildApp } from './http/app.ts';
import type { FaultHook } from './http/faults.ts';
import { demoActivationCodes, demoSeed } from './seed/demo-seed.ts';
import { loadSeed } from './seed/load-seed.ts';
import { emptySeed, type ActivationCode, type SeedRows } from './seed/seed-rows.ts';
import { startTransferLoop, type TransferPace } from './transfers/transfer-loop.ts';
import { lockFolder } from './folder-lock.ts';
import { serverIdentity } from './server-identity.ts';

export type { Fault, FaultedRequest, FaultHook } from './http/faults.ts';
export type { CentralData, StoredDecision } from './central-data.ts';
export type { ActivationCode, SeedRows } from './seed/seed-rows.ts';
export { demoSeed } from './seed/demo-seed.ts';
export { emptySeed } from './seed/seed-rows.ts';

export interface CentralServerOptions {
  /** A PostgreSQL server; without it an embedded PGlite. */
  databaseUrl?: string | undefined;
  /** Only with `databaseUrl`: the schema to work in. Default `central`. */
  schema?: string | undefined;
  /** Only with `databaseUrl`: the schema is dropped at `close()`. */
  isTemporary?: boolean | undefined;
  /** Where PGlite and the scans are kept, for the next start too. Without it PGlite is in memory, the scans temporary. */
  dataFolder?: string | undefined;
  /** Default 0: any free port. */
  port?: number | undefined;
  /** Default `127.0.0.1`. */
  host?: string | undefined;
  /** What an empty database begins with; one that has its seed keeps it. `demo` rests on the date of `now`. */
  seed: 'none' | 'demo' | SeedRows;
  /** The server's clock. */
  now?: (() => Date) | undefined;
  /** Runs transfers in the background. Without it they wait until `data.runTransfers()`. */
  transfers?: TransferPace | undefined;
  /** What goes wrong, asked for each request; can be set anew with `setFault`. */
  fault?: FaultHook | undefined;
}

export interface CentralServer {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  url: string;
  port: number;
  /** The codes that the seed brought; each enrols one device. */
  activationCodes: ActivationCode[];
  /** Sees and changes what the server has. */
  data: CentralData;
  setFault(hook: FaultHook | null): void;
  /** Ends open connections, the server and its database. */
  close(): Promise<void>;
}

/** The reference central server, listening when the promise resolves. */
export async function startCentralServer(options: CentralServerOptions): Promise<CentralServer> {
  const now = options.now ?? (() => new Date());
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'central-server-')));
  await mkdir(folder, { recursive: true });
  const lock = options.dataFolder === undefined ? null : await lockFolder(folder);
  const schema = options.schema ?? 'central';
  const database = await openDatabase({
    databaseUrl: options.databaseUrl,
    pgliteFolder: options.dataFolder === undefined ? undefined : join(folder, 'database'),
    schema,
  }).catch(async (error: unknown) => {
    await lock?.giveBack();
    throw error;
  });
  const end = async () => {
    if (options.isTemporary && options.databaseUrl) await dropSchema(database, schema);
    await database.destroy();
    await lock?.giveBack();
    if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const blobs = await openBlobFolder(join(folder, 'blobs'));
    const parts = await openPartFolder(join(folder, 'parts'), now);
    await loadSeed(database, blobs, () => seedOf(options.seed, now()));
    await waitUntilSettled(database);
    const context = { database, blobs, parts, identity: await serverIdentity(database), now };
    const faults = { hook: options.fault ?? null };
    const app = buildApp(context, faults);
    await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const loop = options.transfers ? startTransferLoop(context, options.transfers) : null;
    return {
      url: `http://${options.host ?? '127.0.0.1'}:${port}`,
      port,
      activationCodes: codesOf(options.seed),
      data: new CentralData(context),
      setFault: (hook) => {
        faults.hook = hook;
      },
      close: async () => {
        await app.close();
        await loop?.end();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function seedOf(seed: CentralServerOptions['seed'], now: Date): Promise<SeedRows> {
  if (seed === 'none') return emptySeed;
  return seed === 'demo' ? demoSeed({ today: now, hasPapers: true }) : seed;
}

function codesOf(seed: CentralServerOptions['seed']): ActivationCode[] {
  if (seed === 'none') return [];
  return seed === 'demo' ? demoActivationCodes : seed.activationCodes;
}
