import type {
  CheckEvidence,
  DocumentCheck,
  DocumentCheckId,
} from '../../../shared/domain/documents/document-check.ts';
import type { PaperField, ReadField } from '../../../shared/domain/documents/document-reading.ts';
import type { Claim } from '../../../shared/domain/documents/checks/claim.ts';
import {
  compareDates,
  compareGenders,
  compareKioskCodes,
  compareLast4,
  compareNames,
  comparePans,
  type Comparer,
} from '../../../shared/domain/documents/checks/compare-claims.ts';
import { isPlausible } from '../../../shared/domain/documents/reading/is-plausible.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';

/** The papers side by side, in the order of trust that the officer reads them in. */
export const comparedColumns = ['aadhaar', 'aadhaar-code', 'pan', 'form', 'registration'] as const;
export type ComparedColumn = (typeof comparedColumns)[number];

export const comparedFields = [
  'name',
  'nameHindi',
  'fatherName',
  'dob',
  'gender',
  'pan',
  'last4',
  'kioskCode',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export interface ComparedCell {
  /** As it stands; the window writes dates, gender and PAN its own way. */
  value: string;
  documentId: string | null;
  /** Null for what comes from a code or from the registration. */
  box: PageBox | null;
  /** What the other engine read instead, where that can be a value of the field at all. */
  other: string | null;
  /** Lit up: a check found that it does not agree with another paper. */
  differs: 'fail' | 'look' | null;
}

export interface ComparedRow {
  field: ComparedField;
  cells: Partial<Record<ComparedColumn, ComparedCell>>;
  differs: 'fail' | 'look' | null;
}

export interface Comparison {
  columns: ComparedColumn[];
  rows: ComparedRow[];
}

/** The reviewing table: only the papers that are there, and only the rows that some paper fills. */
export function comparisonOf(
  documents: readonly DocumentView[],
  checks: readonly DocumentCheck[],
  request: Pick<MigrationRequest, 'applicant' | 'kioskCode'>,
): Comparison {
  const columns = comparedColumns.filter(
    (column) => column === 'registration' || documents.some((view) => hasColumn(view, column)),
  );
  const lit = litCells(checks);
  const rows = comparedFields.flatMap((field): ComparedRow[] => {
    const unlit: UnlitCells = {};
    for (const column of columns) {
      const cell =
        column === 'registration' ? registered(field, request) : readCell(documents, column, field);
      if (cell) unlit[column] = cell;
    }
    const cells: ComparedRow['cells'] = {};
    for (const column of columns) {
      const cell = unlit[column];
      if (cell) cells[column] = { ...cell, differs: differenceIn(lit, column, field, cell, unlit) };
    }
    const isRead = Object.keys(cells).some((column) => column !== 'registration');
    if (!isRead) return [];
    const differences = Object.values(cells).map((cell) => cell.differs);
    return [{ field, cells, differs: worse(differences) }];
  });
  return { columns, rows };
}

const slotColumns: Partial<Record<DocumentView['kind'], ComparedColumn>> = {
  aadhaar: 'aadhaar',
  pan: 'pan',
  application: 'form',
};

/** By what the scan shows; by the slot where that is not known. */
function printColumn({ reading, kind }: DocumentView): ComparedColumn | undefined {
  const shown = reading?.kind ?? 'unknown';
  if (shown === 'unknown' || shown === 'ekyc') return slotColumns[kind];
  return shown;
}

function hasColumn(view: DocumentView, column: ComparedColumn): boolean {
  if (view.reading === null) return false;
  if (column === 'aadhaar-code') return view.reading.fields.some(isData) || hasCode(view);
  return printColumn(view) === column;
}

function hasCode({ reading }: DocumentView): boolean {
  return reading?.code !== null && reading?.code.kind !== 'other';
}

/** Read from a code or a file, not from print. */
function isData({ source }: ReadField): boolean {
  return source === 'secure-qr' || source === 'xml-qr' || source === 'ekyc';
}

type UnlitCell = Omit<ComparedCell, 'differs'>;
type UnlitCells = Partial<Record<ComparedColumn, UnlitCell>>;

/** Where a paper writes the father's name in Hindi only, that stands in the row. */
const sources: Partial<Record<ComparedField, readonly PaperField[]>> = {
  fatherName: ['fatherName', 'fatherNameHindi'],
};

function readCell(
  documents: readonly DocumentView[],
  column: ComparedColumn,
  field: ComparedField,
): UnlitCell | null {
  for (const view of documents) {
    if (!hasColumn(view, column)) continue;
    const wanted = sources[field] ?? [field];
    const found = wanted.flatMap((name) => readings(view, column, name))[0];
    if (found) return found;
  }
  return null;
}

function readings(view: DocumentView, column: ComparedColumn, name: PaperField): UnlitCell[] {
  const fields = (view.reading?.fields ?? []).filter(
    (one) => one.field === name && isData(one) === (column === 'aadhaar-code'),
  );
  const first = fields.find(({ source }) => source === 'print') ?? fields[0];
  if (!first) return [];
  const other = fields.find(
    (one) => one.source === 'print-second' && one.value !== first.value && isPlausible(name, one.value),
  );
  return [
    {
      value: first.value,
      documentId: view.documentId,
      box: first.box,
      other: other && other !== first ? other.value : null,
    },
  ];
}

function registered(
  field: ComparedField,
  { applicant, kioskCode }: Pick<MigrationRequest, 'applicant' | 'kioskCode'>,
): UnlitCell | null {
  const values: Partial<Record<ComparedField, string>> = {
    name: applicant.name.en,
    nameHindi: applicant.name.hi,
    kioskCode,
  };
  const value = values[field];
  return value === undefined || value === '' ? null : { value, documentId: null, box: null, other: null };
}

interface LitCell {
  column: ComparedColumn;
  field: ComparedField | null;
  evidence: CheckEvidence;
  result: 'fail' | 'look';
  /** The papers that the check holds it against. */
  against: readonly ComparedColumn[];
}

/** The row that a check is about; null where its evidence alone says. */
const checkedFields: Partial<Record<DocumentCheckId, ComparedField>> = {
  'aadhaar-number': 'last4',
  'pan-structure': 'pan',
  'name-aadhaar-registration': 'name',
  'name-pan-registration': 'name',
  'name-form-registration': 'name',
  'name-aadhaar-pan': 'name',
  'name-aadhaar-form': 'name',
  'father-name-pan-form': 'fatherName',
  'dob-aadhaar-pan': 'dob',
  'dob-aadhaar-form': 'dob',
  'dob-pan-form': 'dob',
  'kiosk-form-registration': 'kioskCode',
  'pan-form': 'pan',
  'aadhaar-form-last4': 'last4',
};

/** Both sides of every comparison that did not pass: fails first, so that they are found before doubts. */
function litCells(checks: readonly DocumentCheck[]): LitCell[] {
  const cells = checks.flatMap(({ id, result, evidence, params }): LitCell[] => {
    if (result !== 'fail' && result !== 'look') return [];
    const sides = [...new Set(evidence.map(({ side }) => columnOf(side)))].filter((side) => side !== null);
    return comparedPieces(evidence, params).flatMap((one): LitCell[] => {
      const column = columnOf(one.side);
      if (!column) return [];
      const against = sides.filter((side) => side !== column);
      return [{ column, field: checkedFields[id] ?? null, evidence: one, result, against }];
    });
  });
  return cells.sort((a, b) => Number(a.result === 'look') - Number(b.result === 'look'));
}

/**
 * The pieces that the check's own sentence names. A check of names rests on both scripts of a paper, and says in which
 * of them they differ: the other one stays unlit.
 */
function comparedPieces(
  evidence: readonly CheckEvidence[],
  { first, second }: DocumentCheck['params'],
): readonly CheckEvidence[] {
  const named = evidence.filter(({ text }) => text === first || text === second);
  return named.length > 0 ? named : evidence;
}

function columnOf(side: CheckEvidence['side']): ComparedColumn | null {
  if (side === 'other-request') return null;
  return side === 'ekyc' ? 'aadhaar-code' : side;
}

/** Rows that say the same thing in two scripts: a check of the name may rest on either. */
const scripts: Partial<Record<ComparedField, ComparedField>> = { nameHindi: 'name' };

function differenceIn(
  all: readonly LitCell[],
  column: ComparedColumn,
  field: ComparedField,
  cell: UnlitCell,
  row: UnlitCells,
): 'fail' | 'look' | null {
  const lit = all.filter((one) => one.column === column && !isSameAs(cell, field, one.against, row));
  const here = lit.find((one) => {
    if (one.field !== null && one.field !== field && one.field !== scripts[field]) return false;
    if (isSameText(one.evidence.text, cell.value)) return true;
    // All data of one code were read in one place.
    return column !== 'aadhaar-code' && isSameBox(one.evidence.box, cell.box);
  });
  if (here) return here.result;
  /** The check names its row, and words the value its own way (a PAN by its last four, a date as dd/mm). */
  const worded = lit.find((one) => one.field === field && !isNameField(field));
  return worded?.result ?? null;
}

const comparers: Record<ComparedField, Comparer> = {
  name: compareNames,
  nameHindi: compareNames,
  fatherName: compareNames,
  dob: compareDates,
  gender: compareGenders,
  pan: comparePans,
  last4: compareLast4,
  kioskCode: compareKioskCodes,
};

/** What a check looks into may be one of several texts: a cell that agrees with all that stand beside it stays unlit. */
function isSameAs(
  { value, other }: UnlitCell,
  field: ComparedField,
  against: readonly ComparedColumn[],
  row: UnlitCells,
): boolean {
  const beside = against.flatMap((column) => row[column]?.value ?? []);
  if (beside.length === 0 || other !== null) return false;
  return beside.every((text) => comparers[field]([claim(value)], [claim(text)]).band === 'same');

  function claim(text: string): Claim {
    return { side: 'registration', documentId: null, text, box: null, field, confidence: 1 };
  }
}

function isNameField(field: ComparedField): boolean {
  return field === 'name' || field === 'nameHindi';
}

function isSameText(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function isSameBox(a: PageBox | null, b: PageBox | null): boolean {
  if (a === null || b === null) return false;
  return a.page === b.page && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 0.002;
}

function worse(results: readonly ('fail' | 'look' | null)[]): 'fail' | 'look' | null {
  if (results.includes('fail')) return 'fail';
  return results.includes('look') ? 'look' : null;
}
