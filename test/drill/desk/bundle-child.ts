import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { repository } from '../../../build/bundle.ts';
import { nodeConfig } from '../../../build/bundle/main-config.ts';

/** One file for the process and one for its vault's thread, so that it starts as fast as a packaged app. */
export async function bundleChild(): Promise<{ script: string; workerUrl: string }> {
  const outDir = join(repository, 'node_modules', '.cache', 'drill', String(process.pid));
  const config = nodeConfig(repository, outDir);
  const input = {
    'vault-child': join(repository, 'test', 'drill', 'desk', 'vault-child.ts'),
    'vault-worker': join(repository, 'electron', 'storage', 'vault-worker.ts'),
  };
  const output = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
  await build({
    ...config,
    build: { ...config.build, rolldownOptions: { ...config.build?.rolldownOptions, input, output } },
  });
  const workerUrl = pathToFileURL(join(outDir, 'vault-worker.js')).href;
  return { script: join(outDir, 'vault-child.js'), workerUrl };
}
