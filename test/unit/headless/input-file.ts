import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A file that is gone after the test. */
export function inputFile(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-headless-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'request.json');
  writeFileSync(file, content);
  return file;
}
