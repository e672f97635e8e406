import { describe, expect, it } from 'vitest';
import type { CheckEvidence, DocumentCheck } from '../../../../shared/domain/documents/document-check.ts';
import type { DocumentReading, ReadField } from '../../../../shared/domain/documents/document-reading.ts';
import type { DocumentView } from '../../../../shared/ipc/views/documents.ts';
import { comparisonOf } from '../../../../renderer/features/documents/comparison.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const request = sampleRequest();
const box = (y: number) => ({ page: 0, x: 0.1, y, width: 0.3, height: 0.05 });
const field = (
  name: ReadField['field'],
  value: string,
  source: ReadField['source'] = 'print',
): ReadField => ({
  ...{ field: name, value, source, confidence: 1 },
  box: source.startsWith('print') ? box(value.length / 100) : null,
});

function view(kind: DocumentView['kind'], paper: DocumentReading['kind'], fields: ReadField[]): DocumentView {
  return {
    ...{ documentId: kind, kind, origin: 'server', state: 'ready', scan: null, url: null, takenIn: null },
    examination: { state: 'done' },
    reading: {
      ...{ engine: 1, kind: paper, pages: [], code: null, fields, numberCheck: 'passes', warnings: [] },
      masking: { regions: [], residue: 0, wantsHand: false },
      fingerprints: { pages: [], photo: null },
    },
  };
}

const evidence = (side: CheckEvidence['side'], text: string): CheckEvidence => ({
  ...{ side, documentId: null, text, box: null },
});
const check = (
  id: DocumentCheck['id'],
  result: DocumentCheck['result'],
  ...sides: CheckEvidence[]
): DocumentCheck => ({ id, documentId: null, result, why: 'x', params: {}, evidence: sides });

const aadhaar = view('aadhaar', 'aadhaar', [
  field('name', 'Sample Sita Devi'),
  field('dob', '1988-03-14'),
  field('name', 'Sample Sita Devi', 'secure-qr'),
]);
const pan = view('pan', 'pan', [field('name', 'Sample Sita'), field('dob', '1986-03-14')]);

describe('comparisonOf', () => {
  it('has a column for each paper that is there, and rows that some paper fills', () => {
    const { columns, rows } = comparisonOf([aadhaar, pan], [], request);
    expect(columns).toEqual(['aadhaar', 'aadhaar-code', 'pan', 'registration']);
    expect(rows.map((row) => row.field)).toEqual(['name', 'dob']);
    expect(rows[0]?.cells.registration?.value).toBe('Sample Sita Devi');
  });

  it('keeps print and signed data apart', () => {
    const { rows } = comparisonOf([aadhaar], [], request);
    expect(rows[0]?.cells['aadhaar']?.box).not.toBeNull();
    expect(rows[0]?.cells['aadhaar-code']).toMatchObject({ documentId: 'aadhaar', box: null });
  });

  it('puts a paper into the column of what it shows, whatever slot it came in', () => {
    const swapped = view('aadhaar', 'pan', [field('pan', 'ABCPD1234F')]);
    expect(comparisonOf([swapped], [], request).columns).toEqual(['pan', 'registration']);
  });

  it('lights up both sides of what differs, and nothing else', () => {
    const differs = check(
      'dob-aadhaar-pan',
      'fail',
      evidence('aadhaar', '1988-03-14'),
      evidence('pan', '1986-03-14'),
    );
    const { rows } = comparisonOf([aadhaar, pan], [differs], request);
    expect(rows[1]?.cells['aadhaar']?.differs).toBe('fail');
    expect(rows[1]?.cells.pan?.differs).toBe('fail');
    expect(rows[1]?.differs).toBe('fail');
    expect(rows[0]?.differs).toBeNull();
  });

  it('a check that passed or is not known lights up nothing', () => {
    const sides = [evidence('aadhaar', 'Sample Sita Devi'), evidence('pan', 'Sample Sita')];
    for (const result of ['pass', 'unknown'] as const) {
      const { rows } = comparisonOf([aadhaar, pan], [check('name-aadhaar-pan', result, ...sides)], request);
      expect(rows.every((row) => row.differs === null)).toBe(true);
    }
  });

  it('leaves the script unlit in which the names agree', () => {
    const both = view('aadhaar', 'aadhaar', [
      field('name', 'Sample Sita Devi'),
      field('nameHindi', 'नमूना सीता देवी'),
    ]);
    const other = view('pan', 'pan', [field('name', 'Sample Geeta'), field('dob', '1986-03-14')]);
    const differs = {
      ...check(
        'name-aadhaar-pan',
        'look',
        evidence('aadhaar', 'Sample Sita Devi'),
        evidence('aadhaar', 'नमूना सीता देवी'),
        evidence('pan', 'Sample Geeta'),
      ),
      params: { first: 'Sample Sita Devi', second: 'Sample Geeta' },
    };
    const { rows } = comparisonOf([both, other], [differs], request);
    expect(rows.map((row) => [row.field, row.cells.aadhaar?.differs])).toEqual([
      ['name', 'look'],
      ['nameHindi', null],
      ['dob', undefined],
    ]);
  });

  it('shows the worse of two findings about one cell', () => {
    const checks = [
      check('name-pan-registration', 'look', evidence('pan', 'Sample Sita')),
      check('name-aadhaar-pan', 'fail', evidence('pan', 'Sample Sita')),
    ];
    expect(comparisonOf([aadhaar, pan], checks, request).rows[0]?.cells.pan?.differs).toBe('fail');
  });

  it('names what the second engine read, where it differs', () => {
    const form = view('application', 'form', [
      field('fatherName', 'Mohanlal'),
      field('fatherName', 'Mohanial', 'print-second'),
    ]);
    const row = comparisonOf([form], [], request).rows.find((one) => one.field === 'fatherName');
    expect(row?.cells.form?.other).toBe('Mohanial');
  });

  it('shows no second reading that cannot be a value of the field', () => {
    const form = view('application', 'form', [
      field('fatherName', 'Mohanlal'),
      field('fatherName', 'itendraiblolondte', 'print-second'),
    ]);
    const row = comparisonOf([form], [], request).rows.find((one) => one.field === 'fatherName');
    expect(row?.cells.form?.other).toBeNull();
  });

  it('leaves cells unlit that agree, though the check that rests on them found something else', () => {
    const card = view('aadhaar', 'aadhaar', [
      { ...field('name', 'SAMPLE SITA DEVI'), box: box(0.1) },
      { ...field('nameHindi', 'नमूना पजाएल'), box: box(0.2) },
      { ...field('gender', 'F'), box: box(0.3) },
      { ...field('name', 'Sample Sita Devi', 'secure-qr'), box: box(0.5) },
      { ...field('gender', 'F', 'secure-qr'), box: box(0.5) },
    ]);
    const alike = check(
      'aadhaar-code-against-print',
      'look',
      { ...evidence('aadhaar-code', 'Sample Sita Devi'), box: box(0.5) },
      { ...evidence('aadhaar', 'SAMPLE SITA DEVI'), box: box(0.1) },
      { ...evidence('aadhaar', 'नमूना पजाएल'), box: box(0.2) },
    );
    const { rows } = comparisonOf([card], [alike], request);
    const lit = rows.map((row) => [
      row.field,
      row.cells.aadhaar?.differs,
      row.cells['aadhaar-code']?.differs,
    ]);
    expect(lit).toEqual([
      ['name', null, null],
      ['nameHindi', 'look', undefined],
      ['gender', null, null],
    ]);
  });
});
