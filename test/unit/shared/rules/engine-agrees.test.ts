import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateRules } from '../../../../shared/domain/rules/evaluate-rules.ts';
import { ruleIds } from '../../../../shared/domain/rule-result.ts';
import { plainVerdicts } from './plain-checker.ts';
import { randomCase, type RandomCase } from './random-case.ts';

const seed = Number(process.env['RULES_SEED'] ?? 20_261_123);
const cases = fc.sample(randomCase, { seed, numRuns: 1000 });

function engineVerdicts({ input }: RandomCase): Record<string, string> {
  return Object.fromEntries(evaluateRules(input).map(({ id, result }) => [id, result]));
}

function tableVerdicts({ nameBand, input }: RandomCase): Record<string, string> {
  const { targetLspKnown = null, currency = null } = input;
  return plainVerdicts({ ...input, nameBand, targetLspKnown, currency });
}

it(`agrees with the plain table on every rule for 1,000 random requests (RULES_SEED=${seed})`, () => {
  for (const one of cases)
    expect(engineVerdicts(one), JSON.stringify({ seed, one }, null, 1)).toEqual(tableVerdicts(one));
});

it('meets each verdict of each rule often enough to tell a difference', () => {
  const met = new Map<string, number>();
  for (const one of cases)
    for (const [id, verdict] of Object.entries(engineVerdicts(one)))
      met.set(`${id} ${verdict}`, (met.get(`${id} ${verdict}`) ?? 0) + 1);
  for (const id of ruleIds) {
    const verdicts = id === 'reason' ? ['pass', 'fail'] : ['pass', 'fail', 'unknown'];
    for (const verdict of verdicts)
      expect(met.get(`${id} ${verdict}`) ?? 0, `${id} ${verdict}`).toBeGreaterThan(15);
  }
});
