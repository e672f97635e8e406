import { rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { contentPolicy } from '../../../electron/window/content-policy.ts';
import { sampleAadhaarCard, sampleBothSides, sampleForm, samplePanCard } from './harness-cards.ts';
import { sampleJpeg, samplePdf } from './harness-scans.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** One for each process, as several may build at once; gone when the process ends. */
const ownDir = join(repository, 'node_modules/.cache/fake-bridge', String(process.pid));
process.once('exit', () => {
  rmSync(ownDir, { recursive: true, force: true });
});

/** Where the window lies: in the folder that the whole test run shares, or in this process's own. */
export function builtFolder(): string {
  return process.env['DESK_TEST_HARNESS'] ?? ownDir;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Builds the renderer as it ships, with the fake bridge put in front of its entry, unless the test run has done so. */
export async function buildHarness(): Promise<void> {
  if (builtFolder() !== ownDir) return;
  const environment = process.env['NODE_ENV'];
  // The test runner sets it to its own name, which would bring React's development build, twice as slow.
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    root: join(repository, 'renderer'),
    logLevel: 'warn',
    base: './',
    build: {
      outDir: ownDir,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    plugins: [react(), fakeBridgePlugin()],
  });
  if (environment !== undefined) process.env['NODE_ENV'] = environment;
}

function fakeBridgePlugin() {
  const start = fileURLToPath(new URL('./start.ts', import.meta.url));
  return {
    name: 'fake-bridge',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      return id.endsWith('renderer/main.tsx') ? `import ${JSON.stringify(start)};\n${code}` : null;
    },
  };
}

/** Serves the built window under the app's own policy; scans come by the first letter of their hash. */
export async function serveHarness(port: number): Promise<{ url: string; server: Server }> {
  const scans: Record<string, { type: string; bytes: Uint8Array }> = {
    a: { type: 'image/jpeg', bytes: await sampleJpeg() },
    b: { type: 'application/pdf', bytes: await samplePdf() },
    c: { type: 'image/jpeg', bytes: new TextEncoder().encode('not an image') },
    d: { type: 'image/jpeg', bytes: await sampleAadhaarCard(true) },
    e: { type: 'image/jpeg', bytes: await samplePanCard() },
    f: { type: 'application/pdf', bytes: await sampleForm() },
    '7': { type: 'application/pdf', bytes: await sampleBothSides() },
    '9': { type: 'image/jpeg', bytes: await sampleAadhaarCard(false) },
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const scan = path.startsWith('/scans/') ? scans[path.charAt(7)] : undefined;
    if (scan) send(response, scan.type, scan.bytes);
    else void sendFile(response, path === '/' ? '/index.html' : path);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The harness has no port');
  return { url: `http://localhost:${address.port}/`, server };
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const folder = builtFolder();
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder)) {
    response.writeHead(403).end();
    return;
  }
  try {
    send(response, types[extname(file)] ?? 'application/octet-stream', await readFile(file));
  } catch {
    response.writeHead(404).end();
  }
}

function send(response: ServerResponse, type: string, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'content-security-policy': contentPolicy });
  response.end(bytes);
}
