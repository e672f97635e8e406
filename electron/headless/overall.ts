import type { RuleResult } from '../../shared/domain/rule-result.ts';

type Verdict = RuleResult['result'];

/** A request passes when every rule does and its purpose is ours; one that nobody told is unknown, never a pass. */
export function overallOf(results: readonly RuleResult[], purpose: string | null): Verdict {
  const verdicts = [...results.map((result) => result.result), purposeVerdict(purpose)];
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('unknown') ? 'unknown' : 'pass';
}

/** As the portal writes it, and its two Hindi words. */
const ours = ['MIGRATION', 'माइग्रेशन', 'प्रवासन'];

/** Only migrations are this desk's; the portal's inbox holds registrations, relocations and closures too. */
function purposeVerdict(purpose: string | null): Verdict {
  if (purpose === null || purpose.trim() === '') return 'unknown';
  return ours.includes(purpose.trim().toUpperCase()) ? 'pass' : 'fail';
}

export function overallSentence(results: readonly RuleResult[], purpose: string | null): string {
  const overall = overallOf(results, purpose);
  const ids = (verdict: Verdict) =>
    results
      .filter((result) => result.result === verdict)
      .map((result) => result.id)
      .join(', ');
  const parts = [
    purposeWords(purpose),
    ids('fail') && `not met: ${ids('fail')}`,
    ids('unknown') && `not known: ${ids('unknown')}`,
  ].filter((part) => part !== '');
  return `Overall ${overall}${parts.length > 0 ? ` (${parts.join('; ')})` : ': every rule is met'}.`;
}

function purposeWords(purpose: string | null): string {
  switch (purposeVerdict(purpose)) {
    case 'pass':
      return '';
    case 'unknown':
      return 'the purpose is not known';
    case 'fail':
      return `the purpose is ${purpose ?? ''}, not MIGRATION: this request does not belong here`;
  }
}
