import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '../bundle.ts';

export interface Screenshots {
  /** Numbered in the order in which they were taken; paths below the project. */
  files: string[];
  take(page: Page, name: string): Promise<void>;
}

/** A folder for one run's pictures, emptied first. */
export function screenshotFolder(folder = join('.demo', 'screenshots')): Screenshots {
  const absolute = join(repository, folder);
  rmSync(absolute, { recursive: true, force: true });
  mkdirSync(absolute, { recursive: true });
  const files: string[] = [];
  return {
    files,
    async take(page, name) {
      const file = `${String(files.length + 1).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: join(absolute, file) });
      files.push(join(folder, file));
    },
  };
}
