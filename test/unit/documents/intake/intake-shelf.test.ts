import { expect, test } from 'vitest';
import type { ExaminedFile, ExamineRequest } from '../../../../electron/documents/examiner.ts';
import type { OfferedFile, Slot } from '../../../../electron/documents/intake/intake-item.ts';
import { IntakeShelf } from '../../../../electron/documents/intake/intake-shelf.ts';
import type { DocumentFault } from '../../../../shared/domain/documents/document-fault.ts';
import { requestId } from '../../../../shared/domain/ids.ts';
import type { IntakeView } from '../../../../shared/ipc/views/documents.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { emptyReading } from '../host/empty-reading.ts';

const slot: Slot = { requestId: requestId.parse('req-1'), documentId: 'd-1', kind: 'pan' };
const examined: ExaminedFile = { reading: emptyReading, maskedPages: [], originalPages: [] };

/** A table whose process for documents has room for `room` files, and works when it is told to. */
function table(room = 3) {
  const asked: string[] = [];
  const working: (() => void)[] = [];
  const told: IntakeView[] = [];
  let ids = 0;
  const shelf = new IntakeShelf({
    makeId: () => `intake-${++ids}`,
    changed: (view) => told.push(view),
    examiner: {
      getReady: () => undefined,
      async examine({ fileName }: ExamineRequest): Promise<Result<ExaminedFile, DocumentFault>> {
        asked.push(fileName ?? '');
        if (working.length >= room) return fail('busy');
        await new Promise<void>((resolve) => working.push(resolve));
        return ok(examined);
      },
    },
  });
  const add = (name: string, fault: OfferedFile['fault'] = null) =>
    shelf.add(slot, { name, bytes: new Uint8Array(3), source: 'picker', folderFileId: null, fault });
  const workOne = async () => {
    working.shift()?.();
    await new Promise(setImmediate);
  };
  const states = () => shelf.of(slot.requestId).map(({ progress }) => progress.state);
  return { shelf, add, asked, told, workOne, states };
}

test('a full table is worked on to its last file, a few at a time', async () => {
  const { add, asked, workOne, states } = table();
  for (let n = 1; n <= 20; n += 1) expect(add(`${n}.jpg`)).not.toBeNull();
  expect(add('21.jpg')).toBeNull();
  expect(asked.length).toBeLessThan(3);
  for (let n = 1; n <= 20; n += 1) await workOne();
  expect(states()).toEqual(Array(20).fill('ready'));
  expect(asked).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 1}.jpg`));
});

test('what the officer is at goes before what waits', async () => {
  const { shelf, add, asked, workOne } = table();
  const first = add('1.jpg');
  for (let n = 2; n <= 5; n += 1) add(`${n}.jpg`);
  await workOne();
  if (!first) throw new Error('No room');
  const masked = shelf.maskByHand(first, []);
  for (let n = 0; n < 3; n += 1) await workOne();
  await masked;
  expect(asked.slice(0, 4)).toEqual(['1.jpg', '2.jpg', '3.jpg', '1.jpg']);
});

test('what is discarded while it waits is never looked into', async () => {
  const { shelf, add, asked, workOne } = table();
  const items = ['1.jpg', '2.jpg', '3.jpg', '4.jpg'].map((name) => add(name));
  shelf.remove(items[2]?.id ?? '');
  for (let n = 0; n < 4; n += 1) await workOne();
  expect(asked).toEqual(['1.jpg', '2.jpg', '4.jpg']);
});

test('a file that could not be read lies there by its name, and holds nothing up', async () => {
  const { add, asked, told, workOne } = table();
  add('gone.jpg', 'unreadable');
  add('2.jpg');
  await workOne();
  expect(told[0]).toMatchObject({ fileName: 'gone.jpg', state: { state: 'failed', fault: 'unreadable' } });
  expect(asked).toEqual(['2.jpg']);
});
