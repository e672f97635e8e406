import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../../build/bundle.ts';
import type { DrivenDesk } from '../drive-desk.ts';

/** Keeps what the window showed when a test failed, and prints where, with what the app itself has said. */
export async function keepFailure(driven: DrivenDesk | null, name: string): Promise<void> {
  if (!driven) return;
  const folder = join('.demo', 'failures');
  mkdirSync(join(repository, folder), { recursive: true });
  const file = join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}.png`);
  try {
    await driven.page.screenshot({ path: join(repository, file), timeout: 10_000 });
    console.error(`The window when it failed: ${file}`);
  } catch (error) {
    console.error(`No picture of the window when it failed: ${String(error)}`);
  }
  const output = driven.desk.output().trim();
  if (output) console.error(`The app's own output:\n${output.slice(-4000)}`);
}
