import type { DocumentCheck, DocumentCheckId } from '../document-check.ts';
import type { PaperField } from '../document-reading.ts';
import type { CheckInput, CheckLimits } from './check-input.ts';
import { claimsOf, hasPaper, registered, registeredName, type ClaimGroup, type Sayer } from './claim.ts';
import {
  compareDates,
  compareGroups,
  compareKioskCodes,
  compareLast4,
  compareNames,
  comparePans,
  together,
  type Comparer,
} from './compare-claims.ts';
import { evidenceOf, makeCheck, resultOf } from './make-check.ts';
import type { Paper } from './paper.ts';

interface Comparison {
  id: DocumentCheckId;
  sides: readonly [Sayer, Sayer | 'registration'];
  fields: readonly PaperField[];
  compare: Comparer;
}

const names: readonly PaperField[] = ['name', 'nameHindi'];
const fathers: readonly PaperField[] = ['fatherName', 'fatherNameHindi'];

const comparisons: readonly Comparison[] = [
  {
    id: 'name-aadhaar-registration',
    sides: ['aadhaar', 'registration'],
    fields: names,
    compare: compareNames,
  },
  { id: 'name-pan-registration', sides: ['pan', 'registration'], fields: names, compare: compareNames },
  { id: 'name-form-registration', sides: ['form', 'registration'], fields: names, compare: compareNames },
  { id: 'name-aadhaar-pan', sides: ['aadhaar', 'pan'], fields: names, compare: compareNames },
  { id: 'name-aadhaar-form', sides: ['aadhaar', 'form'], fields: names, compare: compareNames },
  { id: 'father-name-pan-form', sides: ['pan', 'form'], fields: fathers, compare: compareNames },
  { id: 'dob-aadhaar-pan', sides: ['aadhaar', 'pan'], fields: ['dob'], compare: compareDates },
  { id: 'dob-aadhaar-form', sides: ['aadhaar', 'form'], fields: ['dob'], compare: compareDates },
  { id: 'dob-pan-form', sides: ['pan', 'form'], fields: ['dob'], compare: compareDates },
  {
    id: 'kiosk-form-registration',
    sides: ['form', 'registration'],
    fields: ['kioskCode'],
    compare: compareKioskCodes,
  },
  { id: 'pan-form', sides: ['pan', 'form'], fields: ['pan'], compare: comparePans },
  { id: 'aadhaar-form-last4', sides: ['aadhaar', 'form'], fields: ['last4'], compare: compareLast4 },
];

/** What two papers, or a paper and the registration, say of the same thing. Where a paper is not there, nothing. */
export function comparisonChecks(
  papers: readonly Paper[],
  request: CheckInput['request'],
  today: CheckInput['today'],
  limits: CheckLimits,
): DocumentCheck[] {
  return comparisons.flatMap((comparison) => {
    const [first, second] = comparison.sides;
    if (!hasPaper(papers, first) || (second !== 'registration' && !hasPaper(papers, second))) return [];
    const a = claimsOf(papers, first, comparison.fields);
    const b =
      second === 'registration'
        ? registrationClaims(comparison.fields, request)
        : claimsOf(papers, second, comparison.fields);
    return [compareSides(comparison, a, b, { today, confidence: limits.confidence })];
  });
}

function registrationClaims(fields: readonly PaperField[], request: CheckInput['request']): ClaimGroup[] {
  return fields === names
    ? registeredName(request.applicant.name)
    : [registered([['kioskCode', request.kioskCode]])];
}

function compareSides(
  { id, sides, compare }: Comparison,
  a: readonly ClaimGroup[],
  b: readonly ClaimGroup[],
  { today, confidence }: { today: string; confidence: number },
): DocumentCheck {
  const unread = [...(a.length === 0 ? [sides[0]] : []), ...(b.length === 0 ? [sides[1]] : [])];
  const evidence = evidenceOf([...a, ...b]);
  if (unread.length > 0) {
    return makeCheck({
      id,
      result: 'unknown',
      why: 'not-read',
      params: { sides: unread.join(',') },
      evidence,
    });
  }
  const judged = together(a.flatMap((one) => b.map((other) => compareGroups(one, other, compare))));
  const params = paramsOf(sides, a, b);
  const says = (why: string) => makeCheck({ id, result: 'look', why, params, evidence });
  if (compare === compareDates && evidence.some(({ text }) => text > today)) return says('date-ahead');
  const isWeak = [...a, ...b].some(({ main }) => main.some((claim) => claim.confidence < confidence));
  if (isWeak && judged.band !== 'look') return says('read-uncertainly');
  return makeCheck({ id, result: resultOf[judged.band], why: judged.why, params, evidence });
}

/** What each side says: the first text of it that the other has in the same script, else the first. */
function paramsOf(
  [firstSide, secondSide]: Comparison['sides'],
  a: readonly ClaimGroup[],
  b: readonly ClaimGroup[],
): Record<string, string> {
  const [all, others] = [a.flatMap(({ main }) => main), b.flatMap(({ main }) => main)];
  const first = all.find(({ field }) => others.some((other) => other.field === field)) ?? all[0];
  const second = others.find(({ field }) => field === first?.field) ?? others[0];
  return { firstSide, first: first?.text ?? '', secondSide, second: second?.text ?? '' };
}
