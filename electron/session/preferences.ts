import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { language, type Language } from '../../shared/domain/values.ts';
import { writeDurably } from '../storage/durable-file.ts';

const schema = z.object({
  language: language.catch('hi'),
  scanFolder: z.string().max(4000).nullable().catch(null),
});
const first = { language: 'hi', scanFolder: null } as const;
type Kept = z.infer<typeof schema>;

/**
 * What belongs to this PC and tells nothing of any request: the language, and the folder that the scanner writes to. A
 * file that cannot be read is Hindi and no folder.
 */
export interface Preferences {
  language(): Promise<Language>;
  setLanguage(language: Language): Promise<void>;
  /** Null where none is watched. */
  scanFolder(): Promise<string | null>;
  setScanFolder(path: string | null): Promise<void>;
}

export function filePreferences(folder: string): Preferences {
  const file = join(folder, 'preferences.json');
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Kept> => {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    return schema.catch(first).parse(parseJson(text));
  };
  /** One after the other: two changes at once would lose one of them. */
  const change = (changes: Partial<Kept>): Promise<void> => {
    const done = last.then(async () => writeDurably(file, JSON.stringify({ ...(await read()), ...changes })));
    last = done.catch(() => undefined);
    return done;
  };
  return {
    language: async () => (await read()).language,
    setLanguage: (value) => change({ language: value }),
    scanFolder: async () => (await read()).scanFolder,
    setScanFolder: (path) => change({ scanFolder: path }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
