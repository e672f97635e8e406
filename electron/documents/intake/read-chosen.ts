import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
  /** Why there are no bytes of it; `left-out`: more were chosen than are taken at once. */
  fault: 'too-large' | 'unreadable' | 'left-out' | null;
}

/** @param place of the file among those that were chosen. */
export async function readChosen(path: string, place: number): Promise<ChosenFile> {
  const name = basename(path);
  const without = (fault: ChosenFile['fault']) => ({ name, bytes: new Uint8Array(), fault });
  if (place >= documentLimits.intakes) return without('left-out');
  try {
    if ((await stat(path)).size > documentLimits.fileBytes) return without('too-large');
    return { name, bytes: new Uint8Array(await readFile(path)), fault: null };
  } catch {
    return without('unreadable');
  }
}
