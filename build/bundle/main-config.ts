import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** Stays outside the bundles: Electron itself, Node's own modules, and what has a native binary. */
const external = ['electron', /^node:/, 'better-sqlite3-multiple-ciphers', 'sharp', 'onnxruntime-node'];

/** What Node runs, the main process or its worker: everything else is bundled, so that a package needs no more. */
export function nodeConfig(root: string, outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    // Nothing of the machine's environment goes into a bundle.
    envDir: false,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: { external },
    },
  };
}

/**
 * The main process, the vault's worker, the process for documents and its second thread. Every chunk lies in the same folder, so that
 * `new URL('./vault-worker.js', import.meta.url)` is right wherever the code that says it ends up.
 */
export function mainConfig(root: string, outDir: string): InlineConfig {
  const config = nodeConfig(root, outDir);
  const input = {
    main: join(root, 'electron', 'main.ts'),
    'vault-worker': join(root, 'electron', 'storage', 'vault-worker.ts'),
    'document-process': join(root, 'electron', 'documents', 'host', 'document-process.ts'),
    'document-thread': join(root, 'electron', 'documents', 'second-thread', 'serve-second-thread.ts'),
    'document-watch': join(root, 'electron', 'documents', 'host', 'serve-memory-watch.ts'),
  };
  const output = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
  // Engines of WebAssembly that were made for CommonJS ask where they lie, though their bytes are given to them.
  const define = { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' };
  return { ...config, define, build: { ...config.build, rolldownOptions: { external, input, output } } };
}
