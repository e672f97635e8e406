import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { PathHandler } from './app-protocol.ts';
import { secureHeaders } from './content-policy.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** The bundled files of the window. A path that leaves the folder, or a kind of file we do not ship, is not found. */
export function serveFiles(folder: string): PathHandler {
  return async (path) => {
    const file = fileBelow(folder, path === '/' ? '/index.html' : path);
    const contentType = file && contentTypes[extname(file)];
    if (!contentType) return null;
    const bytes = await readFile(file).catch(() => null);
    return bytes && new Response(new Uint8Array(bytes), { headers: secureHeaders(contentType) });
  };
}

function fileBelow(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = normalize(join(folder, decoded));
  return file.startsWith(folder + sep) && !decoded.includes('\0') ? file : null;
}
