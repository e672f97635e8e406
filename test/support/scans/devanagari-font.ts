import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

let check: Promise<void> | null = null;

/** @throws an error that names the package to install, when no installed font has Devanagari. Asked once. */
export function assertDevanagariFont(): Promise<void> {
  check ??= askFontconfig();
  return check;
}

async function askFontconfig(): Promise<void> {
  const families = await promisify(execFile)('fc-list', [':lang=hi', 'family']).then(
    ({ stdout }) => stdout.trim(),
    (cause: unknown) => {
      throw new Error('fc-list does not run: install the packages fontconfig and fonts-noto-core', { cause });
    },
  );
  if (families.length === 0) {
    throw new Error('No installed font has Devanagari: install the package fonts-noto-core');
  }
}
