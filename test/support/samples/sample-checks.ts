import type { CheckInput, SeenElsewhere } from '../../../shared/domain/documents/checks/check-input.ts';
import { cannotVerifyWhy, type DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import {
  aadhaarReading,
  document,
  fieldsOf,
  formReading,
  genuineCode,
  panReading,
  person,
} from './sample-readings.ts';
import { requestId } from '../../../shared/domain/ids.ts';
import { sampleRequest } from './sample-request.ts';

const applicant = { name: { hi: 'सीता देवी', en: 'Sita Devi' }, mobileLast4: null };

export interface Papers {
  aadhaar?: DocumentReading | null;
  pan?: DocumentReading | null;
  form?: DocumentReading | null;
}

/** Aadhaar, PAN and form of one person, all in order; null leaves one out. */
export function checkInput(papers: Papers = {}, changes: Partial<CheckInput> = {}): CheckInput {
  const { aadhaar = aadhaarReading(), pan = panReading(), form = formReading() } = papers;
  const all = { a: aadhaar, p: pan, f: form };
  return {
    readings: Object.entries(all).flatMap(([id, read], n) => (read ? [document(id, read, n + 1)] : [])),
    request: { ...sampleRequest(), applicant },
    slots: { a: 'aadhaar', p: 'pan', f: 'application' },
    elsewhere: [],
    today: '2026-11-26',
    ...changes,
  };
}

const seen: SeenElsewhere = {
  ...{
    what: 'scan',
    documentId: 'a',
    requestId: requestId.parse('req-9'),
    requestNo: 'MR/2026/000009',
    distance: 2,
    isCertain: true,
  },
  applicant: applicant.name,
};

const stranger = { hi: 'मोहन चौधरी', en: 'Mohan Choudhary' };
const unread = { name: null, nameHindi: null, dob: null, last4: null, gender: null };
const code = (changes: Partial<typeof genuineCode>) =>
  aadhaarReading({}, { code: { ...genuineCode, ...changes } });
const genuine = { outcome: 'genuine', certificateSha256: 'ab', certificateName: 'नमूना DS' } as const;
const masking = { regions: [], residue: 0, wantsHand: false };
const second = (values: Parameters<typeof fieldsOf>[1]) => fieldsOf('print-second', values);

/** One thing wrong in each: what must come of it. */
export const checkCases: Record<string, { input: CheckInput; gives: string }> = {
  'all in order': { input: checkInput(), gives: 'name-aadhaar-registration pass names-match' },
  'another name on the form': {
    input: checkInput({ form: formReading({ name: 'Mohan Choudhary', nameHindi: 'मोहन चौधरी' }) }),
    gives: 'name-form-registration fail names-differ',
  },
  'a name in one script only that contradicts': {
    input: checkInput({ form: formReading({ name: 'Mohan Choudhary' }) }),
    gives: 'name-form-registration look names-alike',
  },
  'a name that was not read': {
    input: checkInput({ pan: panReading({ name: null }) }),
    gives: 'name-pan-registration unknown not-read',
  },
  'two engines that read another name': {
    input: checkInput({
      pan: panReading({}, { fields: [...panReading().fields, ...second({ name: 'Mohan Choudhary' })] }),
    }),
    gives: 'name-pan-registration look engines-disagree',
  },
  'a weak reading': {
    input: checkInput({ pan: panReading({}, { fields: fieldsOf('print', { name: person.name }, 0.2) }) }),
    gives: 'name-pan-registration look read-uncertainly',
  },
  'two forms of different people': {
    input: checkInput(
      {},
      {
        readings: [
          ...checkInput().readings,
          document('f', formReading({ name: 'Mohan Choudhary', nameHindi: 'मोहन चौधरी' }), 9),
        ],
      },
    ),
    gives: 'name-form-registration look papers-disagree',
  },
  'equal dates': { input: checkInput(), gives: 'dob-aadhaar-pan pass dates-equal' },
  'a year only': {
    input: checkInput({ form: formReading({ dob: '1990' }) }),
    gives: 'dob-aadhaar-form look year-only',
  },
  'another year': {
    input: checkInput({ form: formReading({ dob: '1991' }) }),
    gives: 'dob-aadhaar-form fail dates-differ',
  },
  'day and month swapped': {
    input: checkInput({ form: formReading({ dob: '1990-12-04' }) }),
    gives: 'dob-pan-form look day-month-swapped',
  },
  'a birth to come': {
    input: checkInput({ form: formReading({ dob: '2031-04-12' }) }),
    gives: 'dob-pan-form look date-ahead',
  },
  'other last digits': {
    input: checkInput({ form: formReading({ last4: '4322' }) }),
    gives: 'aadhaar-form-last4 fail last4-differ',
  },
  'the same last digits': { input: checkInput(), gives: 'aadhaar-form-last4 pass last4-equal' },
  'the same PAN': { input: checkInput(), gives: 'pan-form pass pans-equal' },
  'a PAN with a letter for a digit': {
    input: checkInput({ form: formReading({ pan: 'ABCPD1Z34E' }) }),
    gives: 'pan-form look pans-alike',
  },
  'another PAN': {
    input: checkInput({ form: formReading({ pan: 'ABCPD1234F' }) }),
    gives: 'pan-form fail pans-differ',
  },
  'the same kiosk code in another form': {
    input: checkInput({ form: formReading({ kioskCode: 'के 11034638' }) }),
    gives: 'kiosk-form-registration pass kiosk-codes-equal',
  },
  'another kiosk code': {
    input: checkInput({ form: formReading({ kioskCode: 'K11034639' }) }),
    gives: 'kiosk-form-registration fail kiosk-codes-differ',
  },
  'no kiosk code at all': {
    input: checkInput({ form: formReading({ kioskCode: '1103' }) }),
    gives: 'kiosk-form-registration look kiosk-code-unclear',
  },
  'a genuine signature': { input: checkInput(), gives: 'aadhaar-signature pass genuine' },
  'a signature outside its certificate’s time': {
    input: checkInput({ aadhaar: code({ signature: { ...genuine, wasValid: false } }) }),
    gives: 'aadhaar-signature look genuine-outside-validity',
  },
  'a signature of no known day': {
    input: checkInput({ aadhaar: code({ signature: { ...genuine, wasValid: null }, referenceDate: null }) }),
    gives: 'aadhaar-signature look genuine-undated',
  },
  'a signature of tomorrow': {
    input: checkInput({ aadhaar: code({ referenceDate: '2026-11-27' }) }),
    gives: 'aadhaar-signature look dated-ahead',
  },
  'altered data': {
    input: checkInput({ aadhaar: code({ signature: { ...genuine, outcome: 'altered' } }) }),
    gives: 'aadhaar-signature fail altered',
  },
  'no code': {
    input: checkInput({ aadhaar: aadhaarReading({}, { code: null }) }),
    gives: 'aadhaar-signature unknown no-code',
  },
  'a code that cannot be read': {
    input: checkInput({ aadhaar: aadhaarReading({}, { code: null, warnings: ['code-unreadable'] }) }),
    gives: 'aadhaar-signature unknown code-unreadable',
  },
  'a number that holds': { input: checkInput(), gives: 'aadhaar-number pass number-holds' },
  'a number that does not hold': {
    input: checkInput({ aadhaar: aadhaarReading({}, { numberCheck: 'fails' }) }),
    gives: 'aadhaar-number fail number-fails',
  },
  'a number that the engines read otherwise': {
    input: checkInput({
      aadhaar: aadhaarReading({}, { numberCheck: 'fails', warnings: ['engines-disagree'] }),
    }),
    gives: 'aadhaar-number look number-read-twice',
  },
  'a number that was not read': {
    input: checkInput({ aadhaar: aadhaarReading({}, { numberCheck: 'not-read' }) }),
    gives: 'aadhaar-number unknown number-not-read',
  },
  'a number that came masked': {
    input: checkInput({ aadhaar: aadhaarReading({}, { numberCheck: 'already-masked', masking }) }),
    gives: 'aadhaar-number unknown number-masked-before',
  },
  'print and code alike': { input: checkInput(), gives: 'aadhaar-code-against-print pass code-agrees' },
  'a name printed that the code does not have': {
    input: checkInput({ aadhaar: aadhaarReading({ name: 'Mohan Choudhary', nameHindi: 'मोहन चौधरी' }) }),
    gives: 'aadhaar-code-against-print fail code-differs',
  },
  'a printed gender that the code does not have': {
    input: checkInput({ aadhaar: aadhaarReading({ gender: 'M' }) }),
    gives: 'aadhaar-code-against-print fail code-differs',
  },
  'a printed year that fits the code': {
    input: checkInput({ aadhaar: aadhaarReading({ dob: '1990' }) }),
    gives: 'aadhaar-code-against-print look code-alike',
  },
  'print that was read in part': {
    input: checkInput({ aadhaar: aadhaarReading({ dob: null }) }),
    gives: 'aadhaar-code-against-print look code-partly-compared',
  },
  'print that was not read': {
    input: checkInput({ aadhaar: aadhaarReading(unread) }),
    gives: 'aadhaar-code-against-print unknown code-not-compared',
  },
  'a PAN of a person': { input: checkInput(), gives: 'pan-structure pass pan-format-valid' },
  'a PAN of a company': {
    input: checkInput({ pan: panReading({ pan: 'ABCCD1234E' }) }),
    gives: 'pan-structure fail pan-not-a-person',
  },
  'a PAN of another name': {
    input: checkInput({ pan: panReading({ pan: 'ABCPX1234E' }) }),
    gives: 'pan-structure look pan-letter-differs',
  },
  'no PAN by its structure': {
    input: checkInput({ pan: panReading({ pan: 'ABCXD1234E' }) }),
    gives: 'pan-structure fail pan-format-wrong',
  },
  'a PAN that was not read': {
    input: checkInput({ pan: panReading({ pan: null }) }),
    gives: 'pan-structure unknown not-read',
  },
  'a PAN read weakly': {
    input: checkInput({ pan: panReading({}, { fields: fieldsOf('print', { pan: 'ABCPD1234E' }, 0.3) }) }),
    gives: 'pan-structure look pan-read-uncertainly',
  },
  'a PAN that the engines read otherwise': {
    input: checkInput({
      pan: panReading({}, { fields: [...panReading().fields, ...second({ pan: 'ABCPD1235E' })] }),
    }),
    gives: 'pan-structure look engines-disagree',
  },
  'the right slot': { input: checkInput(), gives: 'right-document pass right-document' },
  'a PAN card in the slot of Aadhaar': {
    input: checkInput({ aadhaar: panReading() }),
    gives: 'right-document fail wrong-document',
  },
  'a paper that nobody knows in the slot of Aadhaar': {
    input: checkInput({ aadhaar: aadhaarReading({}, { kind: 'unknown' }) }),
    gives: 'right-document unknown kind-unknown',
  },
  'an Aadhaar card as consent': {
    input: checkInput({}, { slots: { a: 'coordinator-consent', p: 'pan', f: 'application' } }),
    gives: 'right-document look unexpected-document',
  },
  'a scan that can be read': { input: checkInput(), gives: 'readable pass read' },
  'a scan that is hard to read': {
    input: checkInput({ pan: panReading({}, { warnings: ['code-unreadable', 'pages-left-out'] }) }),
    gives: 'readable look hard-to-read',
  },
  'a PAN card without a word': {
    input: checkInput({ pan: panReading({}, { fields: [] }) }),
    gives: 'readable unknown nothing-read',
  },
  'a paper that the app does not read': {
    input: checkInput(
      { pan: panReading({}, { kind: 'unknown', fields: [] }) },
      { slots: { p: 'permission' } },
    ),
    gives: 'readable unknown nothing-to-read',
  },
  masked: { input: checkInput(), gives: 'masking pass masked' },
  'masked before it came': {
    input: checkInput({ aadhaar: aadhaarReading({}, { numberCheck: 'already-masked', masking }) }),
    gives: 'masking pass masked-before',
  },
  'no number found': {
    input: checkInput({ aadhaar: aadhaarReading({}, { masking }) }),
    gives: 'masking look nothing-masked',
  },
  'a box by hand wanted': {
    input: checkInput({ aadhaar: aadhaarReading({}, { masking: { ...masking, wantsHand: true } }) }),
    gives: 'masking look wants-hand',
  },
  'digits left': {
    input: checkInput({ aadhaar: aadhaarReading({}, { masking: { ...masking, residue: 3 } }) }),
    gives: 'masking fail number-still-readable',
  },
  'a genuine code, and an altered one beside it': {
    input: checkInput({ aadhaar: aadhaarReading({}, { warnings: ['another-code-altered'] }) }),
    gives: 'aadhaar-signature fail another-code-altered',
  },
  'nowhere else': { input: checkInput(), gives: 'same-scan-elsewhere pass not-elsewhere' },
  'nobody looked elsewhere': {
    input: checkInput({}, { elsewhere: null }),
    gives: 'same-identity-elsewhere unknown not-searched',
  },
  'nothing to look for elsewhere': {
    input: checkInput({ aadhaar: null, form: null, pan: panReading({ dob: null }) }),
    gives: 'same-identity-elsewhere unknown nothing-to-compare',
  },
  'the same scan of the same applicant': {
    input: checkInput({}, { elsewhere: [seen] }),
    gives: 'same-scan-elsewhere look elsewhere',
  },
  'the same photo under another name': {
    input: checkInput(
      {},
      {
        elsewhere: [{ ...seen, what: 'photo', applicant: stranger }],
      },
    ),
    gives: 'same-photo-elsewhere fail elsewhere-other-applicant',
  },
  'the same scan under another name': {
    input: checkInput({}, { elsewhere: [{ ...seen, applicant: stranger }] }),
    gives: 'same-scan-elsewhere fail elsewhere-other-applicant',
  },
  'a print that names nobody, also of another applicant': {
    input: checkInput({}, { elsewhere: [{ ...seen, isCertain: false, applicant: stranger }] }),
    gives: 'same-scan-elsewhere look elsewhere',
  },
  'a likeness by chance': {
    input: checkInput({}, { elsewhere: [{ ...seen, distance: 20 }] }),
    gives: 'same-scan-elsewhere pass not-elsewhere',
  },
  ...Object.fromEntries(
    cannotVerifyWhy.options.map((why) => [
      `cannot verify: ${why}`,
      {
        input: checkInput({ aadhaar: code({ signature: { outcome: 'cannot-verify', why } }) }),
        gives: `aadhaar-signature unknown cannot-verify-${why}`,
      },
    ]),
  ),
};
