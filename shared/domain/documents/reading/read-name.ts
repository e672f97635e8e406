import { findAbout, lettersOnly } from './find-about.ts';
import { hasDevanagari } from './printed-line.ts';

/** Words that stand on the papers themselves and are nobody's name. */
const notNames = [
  'government',
  'govtofindia',
  'unique',
  'identification',
  'authority',
  'department',
  'incometax',
  'aadhaar',
  'permanent',
  'account',
  'sample',
  'identitycard',
  'signature',
  'yearofbirth',
  'dateofbirth',
  'fathersname',
  'enrolment',
  'download',
  'issuedate',
  'address',
  'male',
  'district',
  'mobile',
];

/** A name in Latin letters as it stands, without what is no letter; null where the text is no name. */
export function readLatinName(text: string): string | null {
  const name = text
    .replace(/[^A-Za-z.' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[.' ]+|[' ]+$/g, '');
  const letters = name.replace(/[^A-Za-z]/g, '').length;
  const signs = text.replace(/[\s.']/g, '').length;
  if (letters < 3 || letters > 60 || letters < signs * 0.75) return null;
  if (isPrintOfThePaper(name)) return null;
  return name;
}

/** Headings in Devanagari, and labels as whole words: पुरुषोत्तम and जन्मेजय are names, and so is सरकार alone. */
const notHindiNames =
  /भारत\s*सर|प्राधिकर|विशिष्ट|पहचान|आधार|आयकर|विभाग|नामांकन|नमूना|(?<![\p{L}\p{M}])(?:जन्म|पुरुष|महिला)(?![\p{L}\p{M}])/u;

/** A name in Devanagari; null where the text is none. */
export function readHindiName(text: string): string | null {
  const name = text
    .replace(/[^\u0900-\u0963\u0970-\u097f. ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s.।]+|[\s।]+$/g, '');
  if (!hasDevanagari(name) || name.length < 2 || name.length > 60 || notHindiNames.test(name)) return null;
  const letters = name.replace(/[ .]/g, '').length;
  return letters >= text.replace(/[\s.]/g, '').length * 0.6 ? name : null;
}

function isPrintOfThePaper(name: string): boolean {
  const plain = lettersOnly(name);
  return notNames.some((word) => (word.length < 6 ? plain === word : findAbout(plain, word) !== null));
}
