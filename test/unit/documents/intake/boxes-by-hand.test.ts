import { describe, expect, it } from 'vitest';
import type { ExamineRequest } from '../../../../electron/documents/examiner.ts';
import type { OfferedFile } from '../../../../electron/documents/intake/intake-item.ts';
import { IntakeShelf } from '../../../../electron/documents/intake/intake-shelf.ts';
import type { DocumentReading } from '../../../../shared/domain/documents/document-reading.ts';
import { requestId } from '../../../../shared/domain/ids.ts';
import { ok } from '../../../../shared/result.ts';
import { formReading } from '../../../support/samples/sample-readings.ts';

const slot = { requestId: requestId.parse('req-1'), documentId: 'doc-1', kind: 'application' as const };
const box = { page: 0, x: 0.1, y: 0.1, width: 0.3, height: 0.1 };

/** What lies on the table, examined by one that finds this and burns every box out. */
async function examined(source: OfferedFile['source'], reading: DocumentReading) {
  const asked: ExamineRequest[] = [];
  const shelf = new IntakeShelf({
    examiner: {
      getReady: () => undefined,
      examine: async (request) => {
        asked.push(request);
        const regions = request.handBoxes.map((one) => ({ what: 'by-hand' as const, box: one }));
        const masking = { ...reading.masking, regions: [...reading.masking.regions, ...regions] };
        const page = new Uint8Array(3);
        return ok({ reading: { ...reading, masking }, maskedPages: [page], originalPages: [page] });
      },
    },
    makeId: () => 'item-1',
    changed: () => undefined,
  });
  const item = shelf.add(slot, {
    name: 'form.jpg',
    bytes: new Uint8Array(3),
    source,
    folderFileId: null,
    fault: null,
  });
  if (!item) throw new Error('The table is full');
  await new Promise((resolve) => setImmediate(resolve));
  const wantsHand = () =>
    item.progress.state === 'ready' ? item.progress.examined.reading.masking.wantsHand : null;
  return { shelf, item, asked, wantsHand };
}

describe('a form without a number found', () => {
  it('wants a box by hand where the server calls it unmasked', async () => {
    const { shelf, item, wantsHand } = await examined('server', formReading());
    expect(wantsHand()).toBe(true);
    await shelf.maskByHand(item, [box]);
    expect(wantsHand()).toBe(false);
  });

  it('wants none where an officer takes it in', async () => {
    expect((await examined('picker', formReading())).wantsHand()).toBe(false);
  });
});

it('the unmasked pages come with the boxes of earlier rounds, so that a later one keeps them', async () => {
  const { shelf, item, asked } = await examined('picker', formReading());
  expect((await shelf.showOriginal(item)).boxes).toEqual([]);
  await shelf.maskByHand(item, [box]);
  const { urls, boxes } = await shelf.showOriginal(item);
  expect(urls).toHaveLength(1);
  const second = { ...box, page: 1 };
  await shelf.maskByHand(item, [...boxes, second]);
  expect(asked.at(-1)?.handBoxes).toEqual([box, second]);
});
