import { maskAadhaarNumbers } from '../../aadhaar-number.ts';
import type { CheckEvidence, CheckResult, DocumentCheck, DocumentCheckId } from '../document-check.ts';
import type { Claim, ClaimGroup } from './claim.ts';
import type { Band } from './compare-claims.ts';
import { byText } from './paper.ts';

/** Of two results about one thing, the one that is shown: the worse. */
const gravity: readonly CheckResult[] = ['pass', 'unknown', 'look', 'fail'];
const longestText = 500;
const mostEvidence = 12;

export interface CheckParts {
  id: DocumentCheckId;
  documentId?: string | null;
  result: CheckResult;
  why: string;
  params?: Readonly<Record<string, string>>;
  evidence?: readonly CheckEvidence[];
}

/** No text of it holds an Aadhaar number, whatever the paper said. */
export function makeCheck({
  id,
  documentId = null,
  result,
  why,
  params = {},
  evidence = [],
}: CheckParts): DocumentCheck {
  const safe = Object.entries(params).map(([name, text]) => [name, safeText(text)]);
  return {
    id,
    documentId,
    result,
    why,
    params: Object.fromEntries(safe) as Record<string, string>,
    evidence: evidence.slice(0, mostEvidence).map(({ side, documentId: from, text, box }) => {
      return { side, documentId: from, text: safeText(text), box };
    }),
  };
}

function safeText(text: string): string {
  return maskAadhaarNumbers(text).slice(0, longestText);
}

export const resultOf: Readonly<Record<Band, CheckResult>> = { same: 'pass', look: 'look', differs: 'fail' };

export function evidenceOf(groups: readonly ClaimGroup[]): Claim[] {
  return groups.flatMap(({ main, second }) => [...main, ...second]);
}

/** The worse of those about one document; the pieces of both. */
export function worstOf(checks: readonly DocumentCheck[]): DocumentCheck[] {
  const kept = new Map<string, DocumentCheck>();
  for (const check of checks) {
    const key = `${check.id} ${check.documentId ?? ''}`;
    const other = kept.get(key);
    kept.set(key, other ? worse(other, check) : check);
  }
  return [...kept.values()];
}

function worse(a: DocumentCheck, b: DocumentCheck): DocumentCheck {
  const difference = gravity.indexOf(b.result) - gravity.indexOf(a.result) || byText(b.why, a.why);
  const [first, other] = difference > 0 ? [b, a] : [a, b];
  return { ...first, evidence: [...first.evidence, ...other.evidence].slice(0, mostEvidence) };
}
