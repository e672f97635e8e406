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

interface Description {
  name: string;
  kind: string | null;
  code: string | null;
  /** Of the error that caused it, when that is known. */
  cause: string | null;
  places: string[];
}

function describe(error: unknown): Description {
  if (!(error instanceof Error))
    return { name: typeof error, kind: null, code: null, cause: null, places: [] };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    kind: wordOf(error, 'kind'),
    code: wordOf(error, 'code'),
    cause: error.cause instanceof Error ? (wordOf(error.cause, 'code') ?? error.cause.name) : null,
    places: places.slice(0, 8).map(withoutFolders),
  };
}

/** Names and codes are words of ours or of the platform: letters, digits, dashes. Anything else stays out. */
function wordOf(error: Error, field: 'kind' | 'code'): string | null {
  const value = (error as Error & Partial<Record<string, unknown>>)[field];
  return typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : null;
}

/** Folders name the user of the PC. `at f (file:///home/x/main.js:3:4)` and `at file:///home/x/main.js:3:4` alike. */
function withoutFolders(place: string): string {
  return place.trim().replace(/(?:file:\/\/)?[^\s()]*[\\/]/g, '');
}

function keepSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maximumBytes) renameSync(file, `${file}.old`);
}
