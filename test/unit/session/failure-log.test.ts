import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { failureLog } from '../../../electron/session/failure-log.ts';
import { filePreferences } from '../../../electron/session/preferences.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'desk-session-'));

describe('failureLog', () => {
  it('keeps reference, place and name, and never the message', () => {
    const folder = newFolder();
    const log = failureLog(
      folder,
      () => 0,
      () => 'abcd',
    );
    expect(log('request.open', new TypeError('सीता देवी of K11034638'))).toBe('abcd');
    const text = readFileSync(join(folder, 'failures.log'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ reference: 'abcd', where: 'request.open', name: 'TypeError' });
    expect(text).not.toMatch(/सीता|K11034638/);
  });

  it("names a storage fault and its cause, and no folder of the PC's user", () => {
    const folder = newFolder();
    const error = new StorageError('damaged-blob', { cause: Object.assign(new Error('x'), { code: 'EIO' }) });
    error.stack =
      'StorageError\n    at file:///home/neelam/desk/main.js:3:4\n    at read (C:\\Users\\Neelam\\main.js:5:6)';
    failureLog(
      folder,
      () => 0,
      () => 'abcd',
    )('scan', error);
    expect(JSON.parse(readFileSync(join(folder, 'failures.log'), 'utf8'))).toMatchObject({
      kind: 'damaged-blob',
      cause: 'EIO',
      places: ['at main.js:3:4', 'at read (main.js:5:6)'],
    });
  });

  it('starts a new file before the old one grows without end', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'failures.log'), 'x'.repeat(600 * 1024));
    failureLog(
      folder,
      () => 0,
      () => 'abcd',
    )('here', new Error('x'));
    expect(statSync(join(folder, 'failures.log')).size).toBeLessThan(4096);
    expect(statSync(join(folder, 'failures.log.old')).size).toBe(600 * 1024);
  });

  it('still answers when the disk takes nothing', () => {
    expect(
      failureLog(
        '/dev/null/none',
        () => 0,
        () => 'abcd',
      )('here', new Error('x')),
    ).toBe('abcd');
  });
});

describe('preferences', () => {
  it('is Hindi until something else was chosen, and survives a new start', async () => {
    const folder = newFolder();
    expect(await filePreferences(folder).language()).toBe('hi');
    await filePreferences(folder).setLanguage('en');
    expect(await filePreferences(folder).language()).toBe('en');
  });

  it.each(['', '{"language":', '{"language":"fr"}', '[]'])('reads %j as Hindi', async (content) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'preferences.json'), content);
    expect(await filePreferences(folder).language()).toBe('hi');
  });
});
