import { blobHash } from '../../../shared/domain/ids.ts';
import {
  readingEngine,
  type CodeReading,
  type DocumentReading,
  type PaperField,
  type ReadDocument,
  type ReadField,
  type ReadingSource,
} from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';

const box: PageBox = { page: 0, x: 0.1, y: 0.2, width: 0.3, height: 0.05 };

export type Values = Partial<Record<PaperField, string | null>>;

/** Fields as an engine gives them; null leaves one out. */
export function fieldsOf(source: ReadingSource, values: Values, confidence = 0.95): ReadField[] {
  const isData = source !== 'print' && source !== 'print-second';
  return Object.entries(values).flatMap(([field, value]) =>
    value === null
      ? []
      : [
          {
            field: field as PaperField,
            value,
            source,
            box: isData ? null : box,
            confidence: isData ? 1 : confidence,
          },
        ],
  );
}

export const genuineCode: CodeReading = {
  kind: 'secure-qr',
  version: 'V2',
  signature: { outcome: 'genuine', certificateSha256: 'ab', certificateName: 'नमूना DS', wasValid: true },
  referenceDate: '2024-05-01',
  photo: null,
  box: { ...box, y: 0.6 },
};

export const person = { name: 'Sita Devi', nameHindi: 'सीता देवी', dob: '1990-04-12', gender: 'F' };

function reading(changes: Partial<DocumentReading>): DocumentReading {
  return {
    engine: readingEngine,
    kind: 'unknown',
    pages: [{ width: 1000, height: 700 }],
    code: null,
    fields: [],
    numberCheck: 'not-read',
    masking: { regions: [], residue: 0, wantsHand: false },
    fingerprints: { pages: ['0123456789abcdef'.repeat(4)], photo: null },
    warnings: [],
    ...changes,
  };
}

export function aadhaarReading(print: Values = {}, changes: Partial<DocumentReading> = {}): DocumentReading {
  const said = { ...person, last4: '4321' };
  return reading({
    kind: 'aadhaar',
    code: genuineCode,
    fields: [...fieldsOf('secure-qr', said), ...fieldsOf('print', { ...said, ...print })],
    numberCheck: 'passes',
    masking: { regions: [{ what: 'number', box }], residue: 0, wantsHand: false },
    fingerprints: { pages: ['0123456789abcdef'.repeat(4)], photo: 'fedcba9876543210'.repeat(4) },
    ...changes,
  });
}

export function panReading(print: Values = {}, changes: Partial<DocumentReading> = {}): DocumentReading {
  const said = { pan: 'ABCPD1234E', name: person.name, fatherName: 'Ram Lal', dob: person.dob };
  return reading({ kind: 'pan', fields: fieldsOf('print', { ...said, ...print }), ...changes });
}

export function formReading(print: Values = {}, changes: Partial<DocumentReading> = {}): DocumentReading {
  const said = {
    ...{ name: person.name, nameHindi: person.nameHindi, fatherName: 'Ramlal', dob: person.dob },
    ...{ kioskCode: 'K11034638', pan: 'ABCPD1234E', last4: '4321' },
  };
  return reading({ kind: 'form', fields: fieldsOf('print', { ...said, ...print }), ...changes });
}

export function document(documentId: string, read: DocumentReading, n = 1): ReadDocument {
  return { documentId, hash: blobHash.parse(n.toString(16).padStart(64, '0')), reading: read };
}
