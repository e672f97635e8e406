import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Writes what nobody foresaw, without personal data, and gives the reference by which it is found. */
export type FailureLog = (where: string, error: unknown) => string;

const maximumBytes = 512 * 1024;

/**
 * Unforeseen failures, in a file that a support desk may read: the time, where, the error's name and the places in our
 * own code. Never its message: messages quote what was being worked on.
 */
export function failureLog(folder: string, now: () => number, makeReference: () => string): FailureLog {
  const file = join(folder, 'failures.log');
  return (where, error) => {
    const reference = makeReference();
    const line = { at: new Date(now()).toISOString(), reference, where, ...describe(error) };
    try {
      keepSmall(file);
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A log that cannot be written (disk full) must not take the answer with it.
    }
    return reference;
  };
}

function describe(error: unknown): { name: string; code: string | null; places: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, places: [] };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return {
    name: error.name,
    code,
    places: places.slice(0, 8).map((line) => line.trim().replace(/\(.*[\\/]/, '(')),
  };
}

function keepSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maximumBytes) renameSync(file, `${file}.old`);
}
