import { findAbout, lettersOnly } from './find-about.ts';
import type { PrintedLine } from './printed-line.ts';

type Labels = readonly (readonly string[])[];

/** What only the printed application asks for, each in its languages. */
const ownLabels: Labels = [
  ['kioskcode', 'कियोस्ककोड'],
  ['currentlsp', 'वर्तमानएलएसपी'],
  ['proposedlsp', 'targetlsp', 'प्रस्तावितएलएसपी'],
  ['earliermigrations', 'पूर्वमाइग्रेशन'],
  ['reasonforleaving', 'छोड़नेकाकारण'],
  ['declaration', 'घोषणा'],
];

/** What cards and other forms ask for, too. */
const commonLabels: Labels = [
  ['applicant', 'applicantname', 'nameofapplicant', 'आवेदककानाम'],
  ['nameinenglish', 'नामअंग्रेज़ीमें'],
  ['fathersname', 'पिताकानाम', 'पितापतिकानाम'],
  ['dateofbirth', 'जन्मतिथि', 'जन्मदिनांक'],
  ['aadhaarlast4', 'आधारअंतिम4अंक'],
  ['signature', 'आवेदककेहस्ताक्षर'],
];

/** The heading names the paper and what it asks for in one line. It counts as one of the form's own labels. */
const headings: Labels = [
  ['applicationform', 'migration'],
  ['आवेदनपत्र', 'माइग्रेशन'],
  ['आवेदनपत्र', 'प्रवासन'],
];

const fewest = { own: 2, all: 3, underHeading: 2 };

/**
 * Of the lines of a form so many are its labels, at least. On the sample forms it is one in six; on pictures of a
 * screen, which name the same things in tables and panels, one in twenty.
 */
const leastShare = 1 / 10;

/** So many letters may stand about a label: the same in the other language, as an engine that knows it not misreads it. */
const besides = 12;

/** Whether this is the printed application: by several of its own labels, which are much of all that stands there. */
export function isForm(lines: readonly PrintedLine[]): boolean {
  const texts = lines.flatMap(({ latin, second }) => (second === null ? [latin] : [latin, second]));
  const count = (labels: Labels) =>
    labels.filter((words) => texts.some((text) => isLabel(text, words))).length;
  const hasHeading = texts.some(isHeading);
  const own = count(ownLabels) + (hasHeading ? 1 : 0);
  const common = count(commonLabels);
  const all = own + common;
  const isNamed = own >= fewest.own || (hasHeading && common >= fewest.underHeading);
  return isNamed && all >= fewest.all && all >= leastShare * lines.length;
}

function isHeading(text: string): boolean {
  const plain = lettersOnly(text);
  return headings.some((words) => words.every((word) => findAbout(plain, word) !== null));
}

/** A line that says this and little else; in the middle of a sentence it is no label. */
function isLabel(text: string, words: readonly string[]): boolean {
  const plain = lettersOnly(text.split(/[:：]/)[0] ?? '');
  return words.some((word) => {
    const own = sameScript(plain, word);
    return own.length <= word.length + besides && findAbout(own, word) !== null;
  });
}

/** What of a label in two languages is written in the script of the word. */
function sameScript(plain: string, word: string): string {
  return /[a-z]/.test(word) ? plain.replace(/[^a-z0-9]/g, '') : plain.replace(/[a-z]/g, '');
}
