import { realpath, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes masked pages as PNG under their file's name: `card.jpg` gives `card.png`, a file of several pages `form-1.png`,
 * `form-2.png`. No name is given twice in a run, and no file that was examined is written over. A number in the name is
 * masked like one on the page.
 */
export class MaskedFiles {
  readonly #folder: string;
  /** The same folder without links. */
  readonly #place: string;
  readonly #used: Set<string>;

  private constructor(folder: string, place: string, used: Set<string>) {
    this.#folder = folder;
    this.#place = place;
    this.#used = used;
  }

  /**
   * Makes the folder where it is not there.
   * @param inputs the files that are examined.
   * @returns the folder's name where it cannot be made.
   */
  static async into(folder: string, inputs: readonly string[]): Promise<Result<MaskedFiles, string>> {
    try {
      await makeFolder(folder);
    } catch {
      return fail(folder);
    }
    const used = new Set<string>();
    for (const input of inputs) used.add(await placeOf(input));
    return ok(new MaskedFiles(folder, await realpath(folder), used));
  }

  /** @returns where the pages lie, in their order. @throws the system's error where nothing can be written. */
  async write(input: string, pages: readonly Uint8Array[]): Promise<string[]> {
    const stem = maskAadhaarNumbers(basename(input, extname(input)));
    const written: string[] = [];
    for (const [place, page] of pages.entries()) {
      const path = await this.#freePath(pages.length === 1 ? stem : `${stem}-${place + 1}`);
      await writeFile(path, page);
      written.push(path);
    }
    return written;
  }

  async #freePath(stem: string): Promise<string> {
    for (let again = 1; ; again += 1) {
      const name = `${stem}${again === 1 ? '' : `-masked${again === 2 ? '' : again}`}.png`;
      const place = await placeOf(join(this.#place, name));
      if (this.#used.has(place)) continue;
      this.#used.add(place);
      return join(this.#folder, name);
    }
  }
}

/** One name for a place, whichever links lead there; where letters of both cases are one file, too. */
async function placeOf(path: string): Promise<string> {
  const place = await realpath(path).catch(() => resolve(path));
  return place.toLowerCase();
}
