import { findAbout, lettersOnly } from './find-about.ts';
import type { PrintedLine } from './printed-line.ts';

/** Labels of the printed application, each in its languages. */
const labels: readonly (readonly string[])[] = [
  ['kioskcode', 'कियोस्ककोड'],
  ['applicant', 'applicantname', 'nameofapplicant', 'आवेदककानाम'],
  ['nameinenglish', 'नामअंग्रेज़ीमें'],
  ['fathersname', 'पिताकानाम', 'पितापतिकानाम'],
  ['dateofbirth', 'जन्मतिथि', 'जन्मदिनांक'],
  ['aadhaarlast4', 'आधारअंतिम4अंक'],
  ['currentlsp', 'वर्तमानएलएसपी'],
  ['proposedlsp', 'targetlsp', 'प्रस्तावितएलएसपी'],
  ['earliermigrations', 'पूर्वमाइग्रेशन'],
  ['reasonforleaving', 'छोड़नेकाकारण'],
  ['declaration', 'घोषणा'],
  ['applicantssignature', 'signature', 'आवेदककेहस्ताक्षर'],
];

/** The heading names the paper and what it asks for in one line. */
const headings: readonly (readonly string[])[] = [
  ['applicationform', 'migration'],
  ['आवेदनपत्र', 'माइग्रेशन'],
  ['आवेदनपत्र', 'प्रवासन'],
];

const fewest = { labels: 3, withHeading: 2 };

/**
 * Of the lines of a form so many are its own labels, at least. On the sample forms it is one in five; on pictures of
 * a screen, which name the same things in tables and panels, one in fourteen at most.
 */
const leastShare = 1 / 10;

/** So many letters may stand about a label: the same in the other language, as an engine that knows it not misreads it. */
const besides = 12;

/** Whether this is the printed application: by several of its own labels, which are much of all that stands there. */
export function isForm(lines: readonly PrintedLine[]): boolean {
  const texts = lines.map(({ latin, second }) => [latin, second ?? '']);
  const found = labels.filter((words) => texts.some((both) => both.some((text) => isLabel(text, words))));
  const hasHeading = texts.some((both) => both.some(isHeading));
  const enough = found.length >= (hasHeading ? fewest.withHeading : fewest.labels);
  return enough && found.length + (hasHeading ? 1 : 0) >= leastShare * lines.length;
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
