import { extractFile, listPackage } from '@electron/asar';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageDesk } from '../../../build/package.ts';
import { assetSources } from '../../../electron/documents/assets/package-assets.ts';

describe.skipIf(process.platform !== 'linux')('the unpacked package (Linux only)', () => {
  const output = mkdtempSync(join(tmpdir(), 'desk-package-'));
  let resources: string;
  let files: string[];

  beforeAll(async () => {
    const { folder } = await packageDesk(output);
    resources = join(folder, 'resources');
    files = listPackage(join(resources, 'app.asar'), { isPack: false });
  }, 180_000);
  afterAll(() => {
    rmSync(output, { recursive: true, force: true });
  });

  test('holds main process, preload, worker and window', () => {
    for (const file of [
      'electron/main.js',
      'electron/preload.cjs',
      'electron/vault-worker.js',
      'electron/document-process.js',
      'electron/document-thread.js',
      'electron/document-watch.js',
      'renderer/index.html',
    ]) {
      expect(files).toContain(`/dist/${file}`);
    }
    const manifest = JSON.parse(extractFile(join(resources, 'app.asar'), 'package.json').toString()) as {
      main: string;
    };
    expect(files).toContain(`/${manifest.main}`);
  });

  test('holds the packages with native binaries, the database with its own beside the archive, and no other package', () => {
    const packages = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file));
    expect(packages.sort()).toEqual([
      '/node_modules/@img',
      '/node_modules/better-sqlite3-multiple-ciphers',
      '/node_modules/detect-libc',
      '/node_modules/onnxruntime-common',
      '/node_modules/onnxruntime-node',
      '/node_modules/semver',
      '/node_modules/sharp',
    ]);
    const unpacked = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3-multiple-ciphers');
    expect(existsSync(unpacked) && readdirSync(join(unpacked, 'prebuilds'))).toContain(
      `linux-${process.arch}.node`,
    );
  });

  test('holds the decoder of pictures with its libraries, and what the engines need, beside the archive', () => {
    const unpacked = join(resources, 'app.asar.unpacked');
    const decoder = readdirSync(join(unpacked, 'node_modules', '@img'), { recursive: true }).map(String);
    expect(decoder.some((name) => name.endsWith('.node'))).toBe(true);
    expect(decoder.some((name) => /libvips-cpp\.so/.test(name))).toBe(true);
    const networks = join(unpacked, 'node_modules', 'onnxruntime-node', 'bin');
    expect(readdirSync(networks, { recursive: true }).map(String)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/onnxruntime_binding\.node$/),
        expect.stringMatching(/libonnxruntime\.so/),
      ]),
    );
    // Of this system only: the others' would be 200 MB.
    expect(readdirSync(join(networks, 'napi-v6'))).toEqual([process.platform]);
    const assets = readdirSync(join(unpacked, 'dist', 'electron', 'document-assets'));
    expect(assets.sort()).toEqual(Object.keys(assetSources).sort());
  });

  test('holds nothing of the stand-in, the sources or the scripts', () => {
    const strangers = files.filter((file) =>
      /stand-in|playwright|\/(build|test|shared|docs)\/|\.ts$/.test(file),
    );
    expect(strangers).toEqual([]);
    for (const file of files.filter((name) => /^\/dist\/electron\/.*js$/.test(name))) {
      const text = extractFile(join(resources, 'app.asar'), file.slice(1)).toString();
      expect(text, file).not.toMatch(/desk\.localhost|playwright/);
    }
  });
});
