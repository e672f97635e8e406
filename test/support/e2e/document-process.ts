import { readFileSync, readdirSync } from 'node:fs';
import type { DrivenDesk } from '../drive-desk.ts';

/** The process that reads documents: a child of the main process. Linux only, as it is found in `/proc`. */
export function documentProcess({ desk, host }: DrivenDesk): number | null {
  const sign = host === 'electron' ? 'NodeService' : 'document-process';
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    if (parentOf(name) === desk.process.pid && textOf(`/proc/${name}/cmdline`).includes(sign)) {
      return Number(name);
    }
  }
  return null;
}

/** What stands after the name in brackets: state, then the parent. */
function parentOf(name: string): number {
  return Number(textOf(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}
