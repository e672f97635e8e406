import {
  readingEngine,
  type DocumentReading,
  type ReadField,
} from '../../../shared/domain/documents/document-reading.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';

/** Pixels of the pictures in `harness-cards.ts`, and where their texts stand in them. */
export const cardSize = { width: 1000, height: 640 };
const pageSize = { width: 1654, height: 2339 };

function onCard(x: number, y: number, width: number, height: number) {
  return {
    page: 0,
    ...{ x: x / cardSize.width, y: y / cardSize.height },
    ...{ width: width / cardSize.width, height: height / cardSize.height },
  };
}

function print(field: ReadField['field'], value: string, box: ReadField['box']): ReadField {
  return { field, value, source: 'print', box, confidence: 0.97 };
}

function fromCode(field: ReadField['field'], value: string): ReadField {
  return { field, value, source: 'secure-qr', box: null, confidence: 1 };
}

const none: DocumentReading = {
  engine: readingEngine,
  kind: 'unknown',
  pages: [cardSize],
  code: null,
  fields: [],
  numberCheck: 'not-read',
  masking: { regions: [], residue: 0, wantsHand: false },
  fingerprints: { pages: ['0f'.repeat(32)], photo: null },
  warnings: [],
};

interface Papers {
  request: MigrationRequest;
  /** PNG, base64. */
  photo: string | null;
  /** The PAN card says another birth date and name, the code is altered. */
  differs: boolean;
}

export function aadhaarReading({ request, photo, differs }: Papers): DocumentReading {
  const { name } = request.applicant;
  return {
    ...none,
    kind: 'aadhaar',
    fields: [
      print('nameHindi', name.hi, onCard(300, 150, 380, 46)),
      print('name', name.en, onCard(300, 204, 380, 42)),
      print('dob', '1988-03-14', onCard(300, 262, 330, 36)),
      print('gender', 'F', onCard(300, 312, 200, 36)),
      print('last4', '0417', onCard(560, 516, 150, 56)),
      ...[fromCode('name', name.en), fromCode('dob', '1988-03-14'), fromCode('gender', 'F')],
      fromCode('last4', differs ? '0471' : '0417'),
    ],
    code: {
      kind: 'secure-qr',
      version: 'V2',
      signature: differs
        ? {
            outcome: 'altered',
            certificateSha256: 'e0304b9e61ee3640ecddae2db4b617f2e2678f57dbc2826c2f86ac5c04f277df',
            certificateName: 'DS 06 (नमूना)',
          }
        : {
            outcome: 'genuine',
            certificateSha256: 'e0304b9e61ee3640ecddae2db4b617f2e2678f57dbc2826c2f86ac5c04f277df',
            certificateName: 'DS 06 (नमूना)',
            wasValid: true,
          },
      referenceDate: '2025-04-02',
      photo,
      box: onCard(740, 140, 220, 220),
    },
    numberCheck: 'passes',
    masking: { regions: [{ what: 'number', box: onCard(290, 510, 262, 66) }], residue: 0, wantsHand: false },
  };
}

export function panReading({ request, differs }: Papers): DocumentReading {
  const { name } = request.applicant;
  return {
    ...none,
    kind: 'pan',
    fields: [
      print('pan', 'ABCPD1234F', onCard(300, 180, 300, 50)),
      print('name', differs ? `${name.en} Sharma` : name.en, onCard(60, 330, 420, 40)),
      print('fatherName', 'Sample Mohan Lal', onCard(60, 420, 420, 40)),
      print('dob', differs ? '1986-03-14' : '1988-03-14', onCard(60, 510, 240, 40)),
    ],
    warnings: differs ? ['pages-left-out'] : [],
  };
}

function onPage(page: number, x: number, y: number, width: number, height: number) {
  return { page, x: x / 595, y: y / 842, width: width / 595, height: height / 842 };
}

export function formReading({ request, differs }: Papers): DocumentReading {
  const { name } = request.applicant;
  return {
    ...none,
    kind: 'form',
    pages: [pageSize, pageSize],
    fields: [
      print('kioskCode', request.kioskCode, onPage(0, 60, 130, 200, 22)),
      print('name', name.en, onPage(0, 60, 170, 260, 22)),
      print('nameHindi', name.hi, onPage(0, 60, 210, 260, 22)),
      print('fatherName', 'Sample Mohanlal', onPage(0, 60, 250, 260, 22)),
      print('dob', '1988-03-14', onPage(1, 60, 130, 200, 22)),
      print('gender', 'F', onPage(1, 60, 170, 200, 22)),
      print('pan', 'ABCPD1234F', onPage(1, 60, 210, 200, 22)),
      print('last4', '0417', onPage(1, 60, 250, 200, 22)),
      ...(differs
        ? [{ ...print('fatherName', 'Sample Mohanial', null), source: 'print-second' as const }]
        : []),
    ],
  };
}

/** A scan that may hold a number, and in which none was found. */
export function unfoundReading(): DocumentReading {
  return {
    ...none,
    kind: 'aadhaar',
    masking: { regions: [], residue: 0, wantsHand: true },
    warnings: ['code-unreadable'],
  };
}

/** What a masking by hand makes of it. */
export function handMasked(
  reading: DocumentReading,
  boxes: DocumentReading['masking']['regions'],
): DocumentReading {
  return { ...reading, masking: { regions: boxes, residue: 0, wantsHand: false } };
}
