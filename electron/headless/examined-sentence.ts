import type { CheckResult, DocumentCheck } from '../../shared/domain/documents/document-check.ts';

export interface ExaminedCounts {
  files: number;
  /** Files that could not be looked into. */
  unread: number;
  /** Files whose masked copy could not be written. */
  unwritten: number;
  checks: readonly Pick<DocumentCheck, 'id' | 'result'>[];
}

/** How all of it went, with every check that did not pass: one that nobody could make is no pass either. */
export function examinedSentence({ files, unread, unwritten, checks }: ExaminedCounts): string {
  const together = files === 1 ? '1 file examined' : `${files} files examined as one applicant's papers`;
  const told = [
    unread === 0 ? '' : `${unread} could not be looked into`,
    unwritten === 0 ? '' : `${unwritten} could not be written masked`,
    failedWords(checks, unread),
    countWords(checks, 'look', 'to look at'),
    countWords(checks, 'unknown', 'not known'),
  ];
  return `${[together, ...told.filter((part) => part !== '')].join('; ')}.`;
}

function failedWords(checks: ExaminedCounts['checks'], unread: number): string {
  const failed = countWords(checks, 'fail', 'failed');
  if (failed !== '') return failed;
  // Of a file that nobody could look into it is not said that nothing failed.
  return unread === 0 ? 'no check failed' : '';
}

function countWords(checks: ExaminedCounts['checks'], wanted: CheckResult, word: string): string {
  const ids = checks.filter(({ result }) => result === wanted).map(({ id }) => id);
  return ids.length === 0 ? '' : `${ids.length} ${word}: ${[...new Set(ids)].join(', ')}`;
}
