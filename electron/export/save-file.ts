import { basename } from 'node:path';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeDurably } from '../storage/durable-file.ts';
import { safeFileName } from './safe-file-name.ts';

/**
 * Asks the officer where a file goes, and writes it there whole or not at all. `savedAs` is the name that the officer
 * gave it; null when the officer cancelled. What stood there before is untouched when the writing fails.
 */
export type SaveFile = (
  defaultName: string,
  bytes: Uint8Array,
) => Promise<Result<{ savedAs: string | null }, DeskError>>;

/** The dialog: a whole path, or null when it was cancelled. */
export type ChoosePath = (defaultName: string) => Promise<string | null>;

export function fileSaver(choosePath: ChoosePath, log: (where: string, error: unknown) => unknown): SaveFile {
  return async (defaultName, bytes) => {
    try {
      const path = await choosePath(safeFileName(defaultName));
      if (path === null) return ok({ savedAs: null });
      await writeDurably(path, bytes);
      return ok({ savedAs: basename(path) });
    } catch (error) {
      log('save-file', error);
      return fail({ kind: 'cannot-save-file' });
    }
  };
}
