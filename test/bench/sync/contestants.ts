import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const contestantNames = ['ours', 'floor', 'pouchdb', 'rxdb'] as const;
export type ContestantName = (typeof contestantNames)[number];

const peersFolder = new URL('../peers/', import.meta.url);

/** Null when the peers run; else why they do not. */
export type PeersProblem = string | null;

/** The peers have a package of their own: who never measures never downloads them. */
export async function installPeers(): Promise<PeersProblem> {
  if (existsSync(new URL('node_modules/.package-lock.json', peersFolder))) return null;
  console.log('Installing the peers of test/bench/peers');
  const folder = fileURLToPath(peersFolder);
  try {
    await promisify(execFile)('npm', [
      'ci',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]);
    return null;
  } catch (error) {
    const why =
      error instanceof Error
        ? (error.message.split('\n').find((line) => line.includes('npm error')) ?? error.message)
        : '';
    console.error(`PouchDB and RxDB are missing: npm ci --prefix test/bench/peers failed. ${why}`);
    return `npm ci --prefix test/bench/peers: ${why}`.slice(0, 300);
  }
}

export function contestants(problem: PeersProblem): ContestantName[] {
  return problem === null ? [...contestantNames] : ['ours', 'floor'];
}

export function scriptOf(name: ContestantName): URL {
  switch (name) {
    case 'ours':
    case 'floor':
      return new URL(`${name}.ts`, import.meta.url);
    case 'pouchdb':
    case 'rxdb':
      return new URL(`${name}.js`, peersFolder);
  }
}
