import { expect, it } from 'vitest';
import { memoryAfter } from '../../../electron/courier/memory-after.ts';
import type { CourierMemory } from '../../../electron/storage/courier-memory.ts';

const at = '2026-11-20T06:00:00.000Z';
const before: CourierMemory = {
  ...{ outSequence: 3, inSequence: 4, toldCursors: ['c1'] },
  ...{ writtenAt: null, readAt: null, newestMadeAt: '2026-11-10T06:00:00.000Z' },
};
const header = { sequence: 5, madeAt: '2026-11-19T06:00:00.000Z' };

it('knows how new the data is after a file that left nothing out', () => {
  expect(memoryAfter(before, header, { remaining: 0 }, at)).toEqual({
    ...before,
    ...{ inSequence: 5, readAt: at, newestMadeAt: header.madeAt },
  });
});

it('does not take data for new of which a part is still to come, nor for newer after an older file', () => {
  const partly = memoryAfter(before, header, { remaining: 7 }, at);
  expect(partly).toMatchObject({ inSequence: 5, readAt: at, newestMadeAt: before.newestMadeAt });
  const older = { sequence: 2, madeAt: '2026-11-01T06:00:00.000Z' };
  expect(memoryAfter(before, older, { remaining: 0 }, at)).toMatchObject({
    inSequence: 4,
    newestMadeAt: before.newestMadeAt,
  });
});
