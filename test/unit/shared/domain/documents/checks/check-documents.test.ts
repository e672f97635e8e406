import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../../../../../shared/domain/aadhaar-number.ts';
import { checkDocuments } from '../../../../../../shared/domain/documents/checks/check-documents.ts';
import type { CheckInput } from '../../../../../../shared/domain/documents/checks/check-input.ts';
import {
  documentCheck,
  type DocumentCheck,
} from '../../../../../../shared/domain/documents/document-check.ts';
import type { PaperField } from '../../../../../../shared/domain/documents/document-reading.ts';
import { aadhaarLikeNumber } from '../../../../../support/samples/aadhaar-like.ts';
import { onePersonCases } from '../../../../../support/samples/one-person-cases.ts';
import { checkCases as casesOfRequests, checkInput } from '../../../../../support/samples/sample-checks.ts';
import {
  aadhaarReading,
  document,
  fieldsOf,
  formReading,
} from '../../../../../support/samples/sample-readings.ts';

function told(checks: readonly DocumentCheck[]): string[] {
  return checks.map(({ id, result, why }) => `${id} ${result} ${why}`);
}

const checkCases = { ...casesOfRequests, ...onePersonCases };
const anyCase = fc.constantFrom(...Object.values(checkCases).map(({ input }) => input));

describe('checkDocuments', () => {
  it.each(Object.entries(checkCases))('%s', (_what, { input, gives }) => {
    const checks = checkDocuments(input);
    expect(told(checks)).toContain(gives);
    for (const check of checks) expect(documentCheck.parse(check)).toEqual(check);
  });

  it('passes everything where all is in order, but what the app cannot know', () => {
    expect(checkDocuments(checkInput()).filter(({ result }) => result !== 'pass')).toEqual([]);
  });

  it('says nothing about papers that are not there', () => {
    const checks = checkDocuments(checkInput({ pan: null, form: null }));
    expect(checks.map(({ id }) => id).filter((id) => /pan|form/.test(id))).toEqual([]);
    expect(checkDocuments(checkInput({}, { readings: [] }))).toEqual([]);
  });

  it('shows both sides, each with its piece of the image', () => {
    const check = checkDocuments(checkInput()).find(({ id }) => id === 'name-aadhaar-form');
    const sides = new Set(check?.evidence.map(({ side, documentId }) => `${side} ${documentId ?? ''}`));
    expect(sides).toEqual(new Set(['aadhaar-code a', 'form f']));
    expect(check?.evidence.every(({ box }) => box !== null)).toBe(true);
  });

  it('does not let altered data speak for the card', () => {
    const altered = { outcome: 'altered', certificateSha256: 'ab', certificateName: 'नमूना' } as const;
    const { code, fields } = aadhaarReading();
    if (!code) throw new Error('The sample has a code');
    const forged = fields.map((read) =>
      read.source === 'print' && read.field === 'name' ? { ...read, value: 'Mohan Choudhary' } : read,
    );
    const aadhaar = aadhaarReading(
      {},
      {
        code: { ...code, signature: altered },
        fields: forged.filter((read) => read.field !== 'nameHindi'),
      },
    );
    expect(told(checkDocuments(checkInput({ aadhaar })))).toContain(
      'name-aadhaar-registration fail names-differ',
    );
  });

  it('shows one advice a document, the worst, where two scans of it lie here', () => {
    const unclear = aadhaarReading({}, { warnings: ['code-unreadable'] });
    const input = checkInput(
      {},
      { readings: [document('a', aadhaarReading(), 1), document('a', unclear, 2)] },
    );
    const checks = checkDocuments(input).filter(({ id }) => id === 'readable');
    expect(told(checks)).toEqual(['readable look hard-to-read']);
  });

  it('never hands on an Aadhaar number that stood in a field', () => {
    const name = `Sita Devi ${aadhaarLikeNumber()}`;
    const checks = checkDocuments(checkInput({ form: formReading({ name }) }));
    expect(containsAadhaarNumber(JSON.stringify(checks))).toBe(false);
  });
});

/** What each check needs of each side: without one of them there is nothing to pass on. */
const needs: Readonly<Partial<Record<DocumentCheck['id'], readonly PaperField[]>>> = {
  'name-aadhaar-registration': ['name', 'nameHindi'],
  'name-pan-registration': ['name', 'nameHindi'],
  'name-form-registration': ['name', 'nameHindi'],
  'name-aadhaar-pan': ['name', 'nameHindi'],
  'name-aadhaar-form': ['name', 'nameHindi'],
  'father-name-pan-form': ['fatherName', 'fatherNameHindi'],
  'dob-aadhaar-pan': ['dob'],
  'dob-aadhaar-form': ['dob'],
  'dob-pan-form': ['dob'],
  'kiosk-form-registration': ['kioskCode'],
  'pan-form': ['pan'],
  'pan-structure': ['pan'],
  'aadhaar-form-last4': ['last4'],
};

function without(input: CheckInput, documentId: string, fields: readonly PaperField[]): CheckInput {
  const readings = input.readings.map((each) => {
    if (each.documentId !== documentId) return each;
    const left = each.reading.fields.filter(({ field }) => !fields.includes(field));
    return { ...each, reading: { ...each.reading, fields: left } };
  });
  return { ...input, readings };
}

describe('whatever was read', () => {
  it('nothing unread becomes a pass', () => {
    const lost = fc.record({
      input: anyCase,
      paper: fc.constantFrom('a', 'p', 'f'),
      id: fc.constantFrom(...(Object.keys(needs) as DocumentCheck['id'][])),
    });
    fc.assert(
      fc.property(lost, ({ input, paper, id }) => {
        const fields = needs[id] ?? [];
        const before = checkDocuments(input);
        const concerns = before.some(
          (check) => check.id === id && check.evidence.some(({ documentId }) => documentId === paper),
        );
        // Of two papers of a kind the other may still speak.
        const isEachOnce =
          new Set(input.readings.map(({ reading }) => reading.kind)).size === input.readings.length;
        fc.pre(concerns && isEachOnce);
        const after = checkDocuments(without(input, paper, fields)).find((check) => check.id === id);
        expect(after?.result ?? 'unknown').toBe('unknown');
      }),
      { numRuns: 100 },
    );
  });

  it('nothing of it is a pass where nothing was read', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const readings = input.readings.map((each) => ({
          ...each,
          reading: {
            ...each.reading,
            ...{ kind: 'unknown' as const, code: null, fields: [], numberCheck: 'not-read' as const },
            masking: { regions: [], residue: 0, wantsHand: false },
            fingerprints: { pages: [], photo: null },
          },
        }));
        const checks = checkDocuments({ ...input, readings });
        expect(checks.filter(({ result }) => result === 'pass')).toEqual([]);
      }),
    );
  });

  it('the order of readings and fields changes nothing', () => {
    const shuffled = anyCase.chain((input) =>
      fc.record({
        input: fc.constant(input),
        readings: fc
          .shuffledSubarray([...input.readings], { minLength: input.readings.length })
          .chain((readings) =>
            fc.tuple(
              ...readings.map((each) =>
                fc
                  .shuffledSubarray(each.reading.fields, { minLength: each.reading.fields.length })
                  .map((fields) => ({ ...each, reading: { ...each.reading, fields } })),
              ),
            ),
          ),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, readings }) => {
        expect(checkDocuments({ ...input, readings })).toEqual(checkDocuments(input));
      }),
      { numRuns: 100 },
    );
  });

  it('a second engine that reads otherwise takes a pass away, and never gives one', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('Mohan Choudhary', 'Sita Devi'), (input, name) => {
        const readings = input.readings.map((each) => ({
          ...each,
          reading: {
            ...each.reading,
            fields: [...each.reading.fields, ...fieldsOf('print-second', { name })],
          },
        }));
        const before = new Set(told(checkDocuments(input).filter(({ result }) => result === 'pass')));
        const names = checkDocuments({ ...input, readings }).filter(({ id }) => id.startsWith('name-form'));
        for (const check of names.filter(({ result }) => result === 'pass'))
          expect(before.has(told([check])[0] ?? '')).toBe(true);
      }),
    );
  });

  it('a second engine that read no name at all takes nothing from papers that agree', () => {
    const input = checkInput();
    const readings = input.readings.map((each) => ({
      ...each,
      reading: {
        ...each.reading,
        fields: [...each.reading.fields, ...fieldsOf('print-second', { name: 'itendraiblolondte' })],
      },
    }));
    expect(told(checkDocuments({ ...input, readings }))).toEqual(told(checkDocuments(input)));
  });
});
