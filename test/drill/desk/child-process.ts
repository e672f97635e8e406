import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildOrder, ChildWord } from './child-words.ts';

/** Nothing takes so long: a process that is still there then hangs. */
const longestLife = 60_000;

export interface ChildLife {
  words: ChildWord[];
  /** Ended by itself or hung, though it was to be killed. */
  isAborted: boolean;
  complaints: string;
}

/** When a process is killed: so many milliseconds after its start, or after its vault was open. */
export interface KillMoment {
  after: 'start' | 'open';
  milliseconds: number;
}

/** Runs the process and kills it (-9) at that moment; null: lets it finish. */
export async function liveOnce(
  script: string,
  order: ChildOrder,
  moment: KillMoment | null,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ChildLife> {
  // Beside the vault, not in it: it is none of the vault's files.
  const orderFile = `${order.folder}.order.json`;
  writeFileSync(orderFile, JSON.stringify(order));
  const child = spawn(process.execPath, [script, orderFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  const words: ChildWord[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // The last line may be cut by the kill: what was not said whole was not said.
    if (line.endsWith('}')) words.push(JSON.parse(line) as ChildWord);
  });
  const open = new Promise((resolve) => lines.once('line', resolve));
  let complaints = '';
  child.stderr.on('data', (part: Buffer) => (complaints += part.toString()));
  const closed = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  );
  const kill = () => void child.kill('SIGKILL');
  if (moment === null) {
    const timer = setTimeout(kill, longestLife);
    const signal = await closed;
    clearTimeout(timer);
    return { words, isAborted: signal !== null || child.exitCode !== 0, complaints };
  }
  if (moment.after === 'open') await Promise.race([open, closed, sleep(longestLife)]);
  await Promise.race([sleep(moment.milliseconds), closed]);
  kill();
  const signal = await closed;
  return { words, isAborted: signal !== 'SIGKILL', complaints };
}
