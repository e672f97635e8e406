import type {
  CheckEvidence,
  CheckResult,
  CheckVerdict,
  DocumentCheck,
} from '../../../shared/domain/documents/document-check.ts';

const ranks: Record<CheckResult, number> = { fail: 0, look: 1, unknown: 2, pass: 3 };

/** What asks for the officer's eye first; otherwise as the checks come. */
export function inOrderOfCare(checks: readonly DocumentCheck[]): DocumentCheck[] {
  return [...checks].sort((a, b) => ranks[a.result] - ranks[b.result]);
}

export function countResults(checks: readonly DocumentCheck[]): Record<CheckResult, number> {
  const counts: Record<CheckResult, number> = { pass: 0, look: 0, fail: 0, unknown: 0 };
  for (const { result } of checks) counts[result] += 1;
  return counts;
}

type CheckKey = Pick<DocumentCheck, 'id' | 'documentId'>;

export function checkKey({ id, documentId }: CheckKey): string {
  return `${id}/${documentId ?? ''}`;
}

export function verdictOn(verdicts: readonly CheckVerdict[], check: CheckKey): CheckVerdict | null {
  return verdicts.find((one) => checkKey(one) === checkKey(check)) ?? null;
}

/** Sets the officer's verdict and keeps its note; null takes both back. */
export function withVerdict(
  verdicts: readonly CheckVerdict[],
  check: CheckKey,
  verdict: CheckVerdict['verdict'] | null,
): CheckVerdict[] {
  const others = verdicts.filter((one) => checkKey(one) !== checkKey(check));
  if (verdict === null) return others;
  const note = verdictOn(verdicts, check)?.note ?? '';
  return [...others, { id: check.id, documentId: check.documentId, verdict, note }];
}

export function withNote(verdicts: readonly CheckVerdict[], check: CheckKey, note: string): CheckVerdict[] {
  return verdicts.map((one) => (checkKey(one) === checkKey(check) ? { ...one, note } : one));
}

/** Checks that ask for the officer's eye and have no verdict yet. */
export function openChecks(checks: readonly DocumentCheck[], verdicts: readonly CheckVerdict[]): number {
  return checks
    .filter(({ result }) => result === 'fail' || result === 'look')
    .filter((check) => verdictOn(verdicts, check) === null).length;
}

/** What a check rests on that can be shown, one a place: two readings of one line are one place. */
export function placesOf({ evidence }: Pick<DocumentCheck, 'evidence'>): CheckEvidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ documentId, side, box }) => {
    const place = `${documentId}/${side}/${box?.page}/${box?.x}/${box?.y}`;
    const isNew = documentId !== null && !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/** The first place that lies on another document than the first one: what stands beside it in a comparison. */
export function otherSide([first, ...others]: readonly CheckEvidence[]): CheckEvidence | null {
  return others.find(({ documentId }) => documentId !== first?.documentId) ?? null;
}
