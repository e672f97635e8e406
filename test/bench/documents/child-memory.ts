import { readdirSync, readFileSync } from 'node:fs';

/** The memory of this process's children whose command line holds a text, in MB; Linux tells it. */
export interface ChildMemory {
  children: number;
  /** The most that any of them ever held. */
  peakMb: number;
  nowMb: number;
}

export function childMemory(command: string): ChildMemory {
  const memory: ChildMemory = { children: 0, peakMb: 0, nowMb: 0 };
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const status = read(`/proc/${id}/status`);
    if (!new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)) continue;
    if (!read(`/proc/${id}/cmdline`).includes(command)) continue;
    memory.children += 1;
    memory.peakMb = Math.max(memory.peakMb, megabytes(status, 'VmHWM'));
    memory.nowMb += megabytes(status, 'VmRSS');
  }
  return memory;
}

/** A process that ends meanwhile has no file any more. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function megabytes(status: string, name: string): number {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}
