import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The project's own configuration, without the rules that need types: the planted files do not exist on disk. */
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

async function rulesBrokenBy(file: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath: `${root}${file}` });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

it.each([
  ['shared/domain/planted.ts', "import '../../electron/ipc/trusted-sender.ts';", 'boundaries/dependencies'],
  ['renderer/app/planted.ts', "import '../../electron/ipc/trusted-sender.ts';", 'boundaries/dependencies'],
  ['electron/storage/planted.ts', "import '../ipc/trusted-sender.ts';", 'boundaries/dependencies'],
  ['electron/unheard-of/planted.ts', "import '../ipc/trusted-sender.ts';", 'boundaries/dependencies'],
  [
    'electron/session/planted.ts',
    "import { ipcMain } from 'electron'; ipcMain.emit('x');",
    'no-restricted-imports',
  ],
  ['shared/domain/planted.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
])('%s: %s breaks %s', async (file, source, rule) => {
  expect(await rulesBrokenBy(file, source)).toContain(rule);
});

it.each([
  ['electron/ipc/planted.ts', "import '../../shared/ipc/contract.ts'; import '../session/session.ts';"],
  ['electron/sync/planted.ts', "import '../storage/storage-error.ts';"],
])('%s may: %s', async (file, source) => {
  expect(await rulesBrokenBy(file, source)).toEqual([]);
});
