import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Examiner } from '../../../electron/documents/examiner.ts';
import { IntakeShelf } from '../../../electron/documents/intake/intake-shelf.ts';
import type { ChosenFile } from '../../../electron/documents/intake/read-chosen.ts';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/result.ts';
import { emptyReading } from '../documents/host/empty-reading.ts';
import { officeDesk, requestLine } from './office-desk.ts';

const id = requestId.parse(requestLine().id);
const slot = { requestId: id, documentId: 'd-1', kind: 'aadhaar' as const };

const file = (name: string, fault: ChosenFile['fault'] = null): ChosenFile => {
  return { name, bytes: new Uint8Array(fault === null ? 3 : 0), fault };
};

function desk(chosen: ChosenFile[] = []) {
  let ids = 0;
  const events: string[] = [];
  const examiner: Examiner = {
    getReady: () => events.push('process started'),
    examine: async () => ok({ reading: emptyReading, maskedPages: [], originalPages: [] }),
  };
  const shelf = new IntakeShelf({ examiner, makeId: () => `intake-${++ids}`, changed: () => undefined });
  const made = officeDesk(undefined, {
    shelf,
    chooser: {
      files: async () => {
        events.push('files chosen');
        return chosen;
      },
      folder: async () => null,
    },
    wantByHand: () => undefined,
  });
  return { ...made, shelf, events };
}

test('the process for documents starts while files are being chosen', async () => {
  const office = desk([file('a.jpg')]);
  await office.call('intake.pick', slot);
  expect(office.events).toEqual(['process started', 'files chosen']);
});

test('one bad file of those chosen is named, and the others are taken', async () => {
  const office = desk([file('huge.pdf', 'too-large'), file('gone.jpg', 'unreadable'), file('a.jpg')]);
  expect(await office.call('intake.pick', slot)).toMatchObject({
    ok: true,
    value: [
      { fileName: 'huge.pdf', state: { state: 'failed', fault: 'too-large' } },
      { fileName: 'gone.jpg', state: { state: 'failed', fault: 'unreadable' } },
      { fileName: 'a.jpg', state: { state: 'queued' } },
    ],
  });
});

test('how many files found no place is told, and the others are on the table', async () => {
  const names = Array.from({ length: 22 }, (_, n) => file(`${n}.jpg`, n < 20 ? null : 'left-out'));
  const office = desk(names);
  await office.call('intake.drop', {
    ...slot,
    files: [{ name: 'before.jpg', bytes: new Uint8Array(3), fault: null }],
  });
  expect(await office.call('intake.pick', slot)).toEqual({
    ok: false,
    error: { kind: 'too-many-intakes', left: 3 },
  });
  expect(office.shelf.of(id)).toHaveLength(20);
});

test('a full table is no silent server', async () => {
  const office = desk();
  const scan = { size: 3, mime: 'image/jpeg', pages: 1, masked: false } as const;
  const hash = blobHash.parse(createHash('sha256').update('scan').digest('hex'));
  await office.pull(
    requestLine({ documents: [{ id: 'd-1', kind: 'aadhaar', need: 'needed', scan: { ...scan, hash } }] }),
  );
  for (let n = 0; n < 20; n += 1)
    office.shelf.add(slot, { ...file('a.jpg'), fault: null, source: 'drop', folderFileId: null });
  const answer = await office.call('intake.fromServer', slot);
  expect(answer).toEqual({ ok: false, error: { kind: 'too-many-intakes', left: 1 } });
  expect(office.asked).toEqual([]);
});

test('a look at pages that could not be shown is not on record as one', async () => {
  const office = desk([file('ekyc.zip')]);
  const taken = await office.call('intake.pick', slot);
  const item = taken.ok ? (taken.value[0]?.id ?? '') : '';
  expect((await office.call('intake.showOriginal', { id: item, reason: 'नमूना' })).ok).toBe(false);
  expect((await office.store.audit(0, 100)).map(({ action }) => action)).not.toContain('unmasked-shown');
});
