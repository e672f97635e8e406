import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../electron/window/content-policy.ts';
import { serveFiles } from '../../../electron/window/serve-files.ts';

function makeFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'desk-files-'));
  mkdirSync(join(root, 'app'));
  writeFileSync(join(root, 'app', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'app', 'notes.txt'), 'of no kind that we ship');
  writeFileSync(join(root, 'secret.json'), '{}');
  return join(root, 'app');
}

describe('serveFiles', () => {
  it('serves the page with the content policy and no caching', async () => {
    const answer = await serveFiles(makeFolder())('/');
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(answer?.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/notes.txt',
    '/%',
    '/index.html%00',
    '/none.js',
  ])('has nothing at %s', async (path) => {
    expect(await serveFiles(makeFolder())(path)).toBeNull();
  });
});

describe('the content policy', () => {
  it('allows no eval, no inline script, no other origin', () => {
    expect(contentPolicy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe-|https?:|\*|data:/);
    expect(contentPolicy).toContain("require-trusted-types-for 'script'");
  });
});
