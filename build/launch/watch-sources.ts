import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const quiet = 150;

/**
 * Each change of the app's sources, once things have been quiet for a moment: an editor writes a file in several steps.
 *
 * @returns yields the top folders that changed, for ever.
 */
export async function* watchSources(root: string, folders: readonly string[]): AsyncGenerator<Set<string>> {
  let changed = new Set<string>();
  let wake: () => void = () => undefined;
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true }, () => {
      changed.add(folder);
      wake();
    });
  }
  for (;;) {
    while (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    await sleep(quiet);
    const places = changed;
    changed = new Set();
    yield places;
  }
}
