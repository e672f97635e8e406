import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { nodeConfig } from './main-config.ts';

/** One CommonJS file that requires nothing but `electron`: a sandboxed preload can load nothing else. */
export function preloadConfig(root: string, outDir: string): InlineConfig {
  const config = nodeConfig(root, outDir);
  const input = { preload: join(root, 'electron', 'preload.ts') };
  const output = { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } as const;
  return {
    ...config,
    build: { ...config.build, rolldownOptions: { external: ['electron'], input, output } },
  };
}
