import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { language, type Language } from '../../shared/domain/values.ts';

const schema = z.object({ language });

/** What must be known before anybody signs in, and tells nothing: the language. A file that cannot be read is Hindi. */
export interface Preferences {
  language(): Promise<Language>;
  setLanguage(language: Language): Promise<void>;
}

export function filePreferences(folder: string): Preferences {
  const file = join(folder, 'preferences.json');
  return {
    async language() {
      const text = await readFile(file, 'utf8').catch(() => '{}');
      const parsed = schema.safeParse(parseJson(text));
      return parsed.success ? parsed.data.language : 'hi';
    },
    async setLanguage(value) {
      const temporary = `${file}.new`;
      await writeFile(temporary, JSON.stringify({ language: value }));
      await rename(temporary, file);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
