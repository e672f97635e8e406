import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../electron/headless/main.ts', import.meta.url));

export interface DeskRun {
  exit: number | null;
  json: unknown;
  /** Standard error: one plain sentence, in one line. */
  sentence: string;
}

/** Runs a headless verb as its own process. Throws when standard output is not one JSON document. */
export async function runDesk(...args: string[]): Promise<DeskRun> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (part: string) => (texts[name] += part));
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exit, json: JSON.parse(texts.stdout) as unknown, sentence: texts.stderr };
}
