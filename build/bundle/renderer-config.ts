import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { withoutEval } from './without-eval.ts';
import { withoutInnerHtml } from './without-inner-html.ts';

/** The window. Root-absolute addresses, every asset a file of its own: the content policy knows no `data:`. */
export function rendererConfig(root: string, outDir: string): InlineConfig {
  return {
    root: join(root, 'renderer'),
    base: '/',
    configFile: false,
    logLevel: 'warn',
    envDir: false,
    publicDir: false,
    plugins: [
      react(),
      optimizeLocales.vite({ locales: ['hi-IN', 'en-IN'] }),
      withoutEval(),
      withoutInnerHtml(),
    ],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      // Electron 45 and the stand-in both carry a Chromium of this year.
      target: 'chrome150',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      sourcemap: false,
    },
  };
}
