import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentCheck } from '../../../../shared/domain/documents/document-check.ts';
import {
  inOrderOfCare,
  openChecks,
  verdictOn,
  withNote,
  withVerdict,
} from '../../../../renderer/features/documents/check-order.ts';
import { gridAfterKey } from '../../../../renderer/features/documents/grid-keys.ts';
import {
  boxesOfPage,
  changedHandBox,
  mostHandBoxes,
  newHandBox,
  noHandBoxes,
  withHandBox,
  withoutHandBox,
} from '../../../../renderer/features/documents/hand-boxes.ts';
import {
  mostPins,
  pinSign,
  withPin,
  withPinNote,
  withoutPin,
} from '../../../../renderer/features/documents/pin-list.ts';

const check = (
  id: DocumentCheck['id'],
  result: DocumentCheck['result'],
  documentId: string | null = null,
) => ({
  ...{ id, documentId, result, why: 'x', params: {}, evidence: [] },
});
const checks = [
  check('readable', 'pass', 'pan'),
  check('dob-aadhaar-pan', 'look'),
  check('masking', 'unknown', 'pan'),
  check('aadhaar-signature', 'fail', 'aadhaar'),
];

describe('the checks', () => {
  it('come in the order of care', () => {
    expect(inOrderOfCare(checks).map(({ result }) => result)).toEqual(['fail', 'look', 'unknown', 'pass']);
  });

  it('count as open until the officer has judged what does not agree', () => {
    expect(openChecks(checks, [])).toBe(2);
    const first = checks[3];
    if (!first) throw new Error('No check');
    expect(openChecks(checks, withVerdict([], first, 'in-order'))).toBe(1);
  });

  it('keep one verdict each, with its note through a change of mind', () => {
    const [one, two] = [check('readable', 'look', 'a'), check('readable', 'look', 'b')];
    let verdicts = withVerdict([], one, 'in-order');
    verdicts = withVerdict(verdicts, two, 'in-order');
    verdicts = withNote(verdicts, one, 'धुँधला');
    verdicts = withVerdict(verdicts, one, 'not-in-order');
    expect(verdicts).toHaveLength(2);
    expect(verdictOn(verdicts, one)).toMatchObject({ verdict: 'not-in-order', note: 'धुँधला' });
    expect(verdictOn(withVerdict(verdicts, one, null), one)).toBeNull();
    expect(verdictOn(verdicts, two)?.note).toBe('');
  });
});

describe('the pins', () => {
  const box = { page: 0, x: 0.1, y: 0.1, width: 0.1, height: 0.1 };
  const pin = (id: string) => ({ id, documentId: 'pan', box });

  it('are numbered as they stand, also after one is removed', () => {
    const pins = ['a', 'b', 'c'].map(pin).reduce(withPin, []);
    expect(pinSign(pins, 'c')).toBe('3');
    expect(pinSign(withoutPin(pins, 'a'), 'c')).toBe('2');
    expect(withPinNote(pins, 'b', 'यहाँ').map(({ note }) => note)).toEqual(['', 'यहाँ', '']);
  });

  it('are never more than a draft keeps', () => {
    const many = Array.from({ length: mostPins + 5 }, (_, index) => pin(String(index)));
    expect(many.reduce(withPin, [])).toHaveLength(mostPins);
  });
});

describe('the boxes by hand', () => {
  it('are edited on their own page, and the next one has the focus after a removal', () => {
    let state = withHandBox(noHandBoxes, 0, newHandBox);
    state = withHandBox(state, 1, newHandBox);
    state = withHandBox(state, 0, newHandBox);
    expect(boxesOfPage(state, 0).map(({ index }) => index)).toEqual([0, 2]);
    state = changedHandBox(state, 2, { ...newHandBox, x: 0 });
    expect(state.boxes[2]).toMatchObject({ page: 0, x: 0 });
    state = withoutHandBox(state, 0);
    expect(state.boxes.map(({ page }) => page)).toEqual([1, 0]);
    expect(state.current).toBe(0);
    expect(withoutHandBox(withoutHandBox(state, 0), 0)).toEqual(noHandBoxes);
  });

  it('are never more than one masking takes', () => {
    let state = noHandBoxes;
    for (let count = 0; count < mostHandBoxes + 3; count += 1) state = withHandBox(state, 0, newHandBox);
    expect(state.boxes).toHaveLength(mostHandBoxes);
  });
});

describe('the keys of the table', () => {
  it('never leave it', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    fc.assert(
      fc.property(
        fc.array(keys),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        (pressed, rows, columns) => {
          let at = { row: 0, column: 0 };
          for (const key of pressed) at = gridAfterKey(at, key, rows, columns) ?? at;
          expect(at.row).toBeGreaterThanOrEqual(0);
          expect(at.row).toBeLessThan(rows);
          expect(at.column).toBeGreaterThanOrEqual(0);
          expect(at.column).toBeLessThan(columns);
        },
      ),
    );
    expect(gridAfterKey({ row: 0, column: 0 }, 'x', 2, 2)).toBeNull();
  });
});
