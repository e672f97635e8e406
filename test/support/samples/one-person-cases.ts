import type { CheckInput } from '../../../shared/domain/documents/checks/check-input.ts';
import type { CodeReading, DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import { checkInput } from './sample-checks.ts';
import { aadhaarReading, document, fieldsOf, genuineCode, person, type Values } from './sample-readings.ts';

const altered = { outcome: 'altered', certificateSha256: 'ab', certificateName: 'नमूना DS' } as const;
const unverified = { outcome: 'cannot-verify', why: 'no-key-opens-it' } as const;
const otherPerson = { name: 'Mohan Choudhary', nameHindi: 'मोहन चौधरी', dob: '1979-08-30', gender: 'M' };

/** An Aadhaar card without a code. */
function printOnly(print: Values = {}, changes: Partial<DocumentReading> = {}): DocumentReading {
  const { fields } = aadhaarReading(print);
  return aadhaarReading(
    {},
    { code: null, fields: fields.filter(({ source }) => source === 'print'), ...changes },
  );
}

/** What a card's back has: a code, and no name in print. */
function back(said: Values, ofCode: CodeReading = genuineCode): DocumentReading {
  return aadhaarReading({}, { code: ofCode, fields: fieldsOf('secure-qr', said), numberCheck: 'not-read' });
}

/** A second Aadhaar paper beside those of the request. */
function withSecond(added: DocumentReading, first = aadhaarReading()): CheckInput {
  const input = checkInput({ aadhaar: first });
  return { ...input, readings: [...input.readings, document('b', added, 9)] };
}

/** Two Aadhaar papers beside each other: of one person, or not. */
export const onePersonCases: Record<string, { input: CheckInput; gives: string }> = {
  'front and back of one card': {
    input: withSecond(back({ ...person, last4: '4321' })),
    gives: 'aadhaar-one-person pass one-person',
  },
  'Aadhaar papers of two persons by print': {
    input: withSecond(printOnly({ ...otherPerson, last4: '8765' }), printOnly()),
    gives: 'aadhaar-one-person fail different-persons',
  },
  'Aadhaar papers of two persons by print and by a code': {
    input: withSecond(back({ ...otherPerson, last4: '8765' }), printOnly()),
    gives: 'aadhaar-one-person fail different-persons',
  },
  'Aadhaar papers of two persons by an unverified code': {
    input: withSecond(
      back({ ...otherPerson, last4: '8765' }, { ...genuineCode, signature: unverified }),
      printOnly(),
    ),
    gives: 'aadhaar-one-person fail different-persons',
  },
  'two signed numbers of one name': {
    input: withSecond(back({ ...person, last4: '8765' })),
    gives: 'aadhaar-one-person fail different-persons',
  },
  'printed last digits that differ, and one number that was masked before': {
    input: withSecond(printOnly({ last4: '8765' }, { numberCheck: 'already-masked' }), printOnly()),
    gives: 'aadhaar-one-person look persons-alike',
  },
  'a new name under the same number': {
    input: withSecond(printOnly({ name: otherPerson.name, nameHindi: otherPerson.nameHindi })),
    gives: 'aadhaar-one-person look persons-alike',
  },
  'an altered code of another person': {
    input: withSecond(back({ ...otherPerson, last4: '8765' }, { ...genuineCode, signature: altered })),
    gives: 'aadhaar-one-person unknown persons-not-compared',
  },
  'strangers whose print was read weakly': {
    input: withSecond(
      printOnly({}, { fields: fieldsOf('print', { ...otherPerson, last4: '8765' }, 0.2) }),
      printOnly(),
    ),
    gives: 'aadhaar-one-person look persons-alike',
  },
};
