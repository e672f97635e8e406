import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface WatchedNetwork {
  /** For processes started by others: what Node reads from the environment. */
  environment: { NODE_OPTIONS: string; DESK_NETWORK_LOG: string };
  /** How many processes and threads were watched. */
  watched(): number;
  /** What was asked of the network, by name. */
  attempts(): string[];
  dispose(): void;
}

const preload = new URL('./forbid-network.ts', import.meta.url);

/** A way to start Node processes that cannot reach a network, and to see whether they tried. */
export function watchNetwork(): WatchedNetwork {
  const folder = mkdtempSync(join(tmpdir(), 'desk-network-'));
  const log = join(folder, 'attempts');
  writeFileSync(log, '');
  const lines = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return {
    environment: { NODE_OPTIONS: `--import=${preload.href}`, DESK_NETWORK_LOG: log },
    watched: () => lines().filter((line) => line === 'watching').length,
    attempts: () => lines().filter((line) => line !== 'watching'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
