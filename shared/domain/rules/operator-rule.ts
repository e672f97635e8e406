import { matchNames } from '../names/match-names.ts';
import type { RuleResult } from '../rule-result.ts';
import type { Bilingual } from '../values.ts';
import { makeResult } from './make-result.ts';
import type { RuleSubject } from './rule-subject.ts';

type Band = ReturnType<typeof matchNames>['band'];

/**
 * Only the operator in whose name the centre is registered may apply. Names that match pass, names that may be the
 * same are for the officer to look at, names that differ fail. A change of ownership fails whatever the names say: it
 * is no migration, and belongs with a fresh registration. Source: the process description.
 */
export function operatorRule(request: RuleSubject, orderNo: string | null): RuleResult {
  const applicant = request.applicant.name;
  const registered = request.registeredOperator.name;
  const band = bandOfNames(applicant, registered);
  const isOtherMatter = /owner|स्वामित्व/iu.test(request.purpose ?? '');
  const words = { match: 'same', look: 'look', mismatch: 'differs' } as const;
  return makeResult('authorised-operator', {
    doubts: [],
    holds: isOtherMatter ? false : band === null || band === 'look' ? null : band === 'match',
    because: isOtherMatter ? 'ownershipChange' : band === null ? 'nameMissing' : words[band],
    evidence: {
      applicantHi: applicant.hi,
      applicantEn: applicant.en,
      registeredHi: registered.hi,
      registeredEn: registered.en,
    },
    orderNo,
  });
}

/**
 * How well two people's names agree, each written in one script or two. Where both have the same script that is
 * compared, else across. A match in one script and a mismatch in the other contradict each other: look.
 * Null where a name is missing.
 */
export function bandOfNames(a: Bilingual, b: Bilingual): Band | null {
  const within = comparisons([
    [a.hi, b.hi],
    [a.en, b.en],
  ]);
  const bands =
    within.length > 0
      ? within
      : comparisons([
          [a.hi, b.en],
          [a.en, b.hi],
        ]);
  const [first, ...others] = bands;
  if (first === undefined) return null;
  return others.every((band) => band === first) ? first : 'look';
}

function comparisons(pairs: readonly (readonly [string, string])[]): Band[] {
  return pairs.filter(([a, b]) => a.trim() !== '' && b.trim() !== '').map(([a, b]) => matchNames(a, b).band);
}
