import type { DocumentCheck } from '../document-check.ts';
import { panOf } from '../pan.ts';
import type { CheckInput, CheckLimits } from './check-input.ts';
import { isSaying, printGroup, type ClaimGroup } from './claim.ts';
import { compareGroups, comparePans } from './compare-claims.ts';
import { evidenceOf, makeCheck } from './make-check.ts';
import type { Paper } from './paper.ts';

/**
 * The structure of the number on a PAN card. It is not verified with the Income Tax Department. An applicant needs a
 * person's number; the letter of the name is a hint only: names change on marriage, and some people have one name.
 */
export function panCheck(paper: Paper, request: CheckInput['request'], limits: CheckLimits): DocumentCheck[] {
  if (paper.kind !== 'pan') return [];
  const { documentId } = paper;
  const group = printGroup(paper, 'pan', ['pan']);
  const names = printGroup(paper, 'pan', ['name']);
  const evidence = evidenceOf([group]);
  const about = { id: 'pan-structure', documentId, evidence } as const;
  if (!isSaying(group)) {
    return [makeCheck({ ...about, result: 'unknown', why: 'not-read', params: { sides: 'pan' } })];
  }
  if (compareGroups(group, group, comparePans).band !== 'same') {
    return [makeCheck({ ...about, result: 'look', why: 'engines-disagree', params: bothOf(group) })];
  }
  if (group.main.some(({ confidence }) => confidence < limits.confidence)) {
    return [makeCheck({ ...about, result: 'look', why: 'pan-read-uncertainly' })];
  }
  const pan = panOf(group.main[0]?.text ?? '');
  if (!pan) return [makeCheck({ ...about, result: 'fail', why: 'pan-format-wrong' })];
  const params = { letter: pan.holder };
  if (pan.holder !== 'P') return [makeCheck({ ...about, result: 'fail', why: 'pan-not-a-person', params })];
  const initials = initialsOf(names.main.map(({ text }) => text)) || initialsOf([request.applicant.name.en]);
  if (initials === '' || initials.includes(pan.initial)) {
    return [makeCheck({ ...about, result: 'pass', why: 'pan-format-valid' })];
  }
  const params5 = { letter: pan.initial };
  const both = evidenceOf([group, names]);
  return [
    makeCheck({ ...about, evidence: both, result: 'look', why: 'pan-letter-differs', params: params5 }),
  ];
}

/** What is read of one side by two engines, for the sentence. */
function bothOf({ main, second }: ClaimGroup): Record<string, string> {
  const [first, other] = [main[0], second[0] ?? main[1]];
  return { firstSide: 'pan', first: first?.text ?? '', secondSide: 'pan', second: other?.text ?? '' };
}

function initialsOf(names: readonly string[]): string {
  const words = names.flatMap((name) => name.toUpperCase().split(/[^A-Z]+/));
  return words.map((word) => word.charAt(0)).join('');
}
