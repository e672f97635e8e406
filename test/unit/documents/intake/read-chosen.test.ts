import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readChosen } from '../../../../electron/documents/intake/read-chosen.ts';
import { documentLimits } from '../../../../shared/domain/documents/document-fault.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-test-chosen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, name);

test('a chosen file comes with its bytes, or by its name and what is wrong with it', async () => {
  writeFileSync(path('a.jpg'), 'abc');
  writeFileSync(path('empty.jpg'), '');
  writeFileSync(path('huge.jpg'), '');
  truncateSync(path('huge.jpg'), documentLimits.fileBytes + 1);
  const none = new Uint8Array();
  const bytes = new Uint8Array([97, 98, 99]);
  expect(await readChosen(path('a.jpg'), 0)).toEqual({ name: 'a.jpg', bytes, fault: null });
  // Empty is what the file is; the process for documents says so.
  expect(await readChosen(path('empty.jpg'), 0)).toEqual({ name: 'empty.jpg', bytes: none, fault: null });
  expect(await readChosen(path('huge.jpg'), 0)).toEqual({
    name: 'huge.jpg',
    bytes: none,
    fault: 'too-large',
  });
  expect(await readChosen(path('gone.jpg'), 0)).toEqual({
    name: 'gone.jpg',
    bytes: none,
    fault: 'unreadable',
  });
  expect(await readChosen(path('a.jpg'), 20)).toEqual({ name: 'a.jpg', bytes: none, fault: 'left-out' });
});
