import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { repository } from '../../../build/bundle.ts';
import { nodeConfig } from '../../../build/bundle/main-config.ts';

/**
 * Before the first test of a run: the vault's thread in one file. Its tests start it some hundred times, and of the
 * sources each thread would strip the types of sixty modules anew, most of a second.
 */
export async function setup(): Promise<() => Promise<void>> {
  const outDir = join(repository, 'node_modules', '.cache', 'vault-worker', String(process.pid));
  const config = nodeConfig(repository, outDir);
  const input = { 'vault-worker': join(repository, 'electron', 'storage', 'vault-worker.ts') };
  const output = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
  await build({
    ...config,
    build: { ...config.build, rolldownOptions: { ...config.build?.rolldownOptions, input, output } },
  });
  process.env['DESK_TEST_VAULT_WORKER'] = pathToFileURL(join(outDir, 'vault-worker.js')).href;
  return () => rm(outDir, { recursive: true, force: true });
}
