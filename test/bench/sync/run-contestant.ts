import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figures, Task } from './contestant.ts';
import { scriptOf, type ContestantName } from './contestants.ts';

/** @throws Error when the process ends without figures: a contestant that did not do the work is not compared. */
export async function runContestant(name: ContestantName, task: Task): Promise<Figures> {
  const child = fork(fileURLToPath(scriptOf(name)), [JSON.stringify(task)]);
  return new Promise((resolve, reject) => {
    let figures: Figures | null = null;
    child.once('message', (message) => {
      figures = message as Figures;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (figures && code === 0) resolve(figures);
      else reject(new Error(`${name} (${task.phase}) ended with ${String(code)}`));
    });
  });
}
