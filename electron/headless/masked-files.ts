import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';

/**
 * Writes masked pages as PNG under their file's name: `card.jpg` gives `card.png`, a file of several pages `form-1.png`,
 * `form-2.png`. No name is given twice, and no file that was examined is written over.
 */
export class MaskedFiles {
  readonly #folder: string;
  readonly #used: Set<string>;

  /** @param inputs the files that are examined. */
  constructor(folder: string, inputs: readonly string[]) {
    this.#folder = folder;
    this.#used = new Set(inputs.map((input) => resolve(input).toLowerCase()));
  }

  /** @returns where the pages lie, in their order. @throws the system's error where nothing can be written. */
  async write(input: string, pages: readonly Uint8Array[]): Promise<string[]> {
    await mkdir(this.#folder, { recursive: true });
    const stem = basename(input, extname(input));
    const written: string[] = [];
    for (const [place, page] of pages.entries()) {
      const path = this.#freePath(pages.length === 1 ? stem : `${stem}-${place + 1}`);
      await writeFile(path, page);
      written.push(path);
    }
    return written;
  }

  #freePath(stem: string): string {
    for (let again = 1; ; again += 1) {
      const path = join(
        this.#folder,
        `${stem}${again === 1 ? '' : `-masked${again === 2 ? '' : again}`}.png`,
      );
      const key = resolve(path).toLowerCase();
      if (this.#used.has(key)) continue;
      this.#used.add(key);
      return path;
    }
  }
}
