import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { KeptServer } from './keeper.ts';
import { serverAccount, type Account } from './server-account.ts';

export interface PrivatePostgres {
  /** As `DATABASE_URL` has it. Whoever can open the socket is let in: it lies in a folder that only the server's user may enter. */
  url: string;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

const keeperFile = fileURLToPath(new URL('keeper.ts', import.meta.url));
const patienceMs = 30_000;

/** Nothing here outlives a run: what makes a commit safe against a power cut would only cost time. */
const settings = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '100',
};

/**
 * A PostgreSQL server for this run alone: a new cluster in a temporary folder, on a socket there, on no port. It ends
 * with `close()`, and also when this process ends in any other way.
 *
 * @param programs the folder with `initdb` and `postgres`.
 * @throws with the server's own words when it does not start.
 */
export async function startPostgres(programs: string): Promise<PrivatePostgres> {
  const account = serverAccount();
  const folder = await mkdtemp(join(tmpdir(), 'desk-postgres-'));
  try {
    if (account) await chown(folder, account.uid, account.gid);
    await makeCluster(programs, folder, account);
    return await startKept(programs, folder, account);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function makeCluster(programs: string, folder: string, account: Account | null): Promise<void> {
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const values = [...options, `--pgdata=${join(folder, 'data')}`];
  await promisify(execFile)(join(programs, 'initdb'), values, { cwd: folder, ...account });
}

async function startKept(
  programs: string,
  folder: string,
  account: Account | null,
): Promise<PrivatePostgres> {
  const chosen = Object.entries({ ...settings, unix_socket_directories: folder });
  const kept: KeptServer = {
    program: join(programs, 'postgres'),
    values: ['-D', join(folder, 'data'), ...chosen.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    ...{ folder, account },
  };
  const log = await open(join(folder, 'log'), 'w');
  // Detached: a Ctrl-C at the terminal is for the tests; the keeper ends after them.
  const keeper = spawn(process.execPath, [keeperFile, JSON.stringify(kept)], {
    stdio: ['pipe', log.fd, log.fd],
    detached: true,
  });
  await log.close();
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  const close = async () => {
    keeper.ref();
    keeper.stdin?.destroy();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  try {
    await untilReady(url, keeper);
  } catch (error) {
    const said = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
    await close();
    throw new Error(`PostgreSQL did not start: ${said.trim().split('\n').slice(-3).join('\n')}`, {
      cause: error,
    });
  }
  // Neither the keeper nor its pipe holds up the end of a process that forgot to close.
  keeper.unref();
  return { url, close };
}

async function untilReady(url: string, keeper: ChildProcess): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (keeper.exitCode !== null || Date.now() > end) throw error;
      await sleep(50);
    }
  }
}
