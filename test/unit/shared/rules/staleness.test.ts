import { describe, expect, it } from 'vitest';
import { evaluateRules, type RuleInput } from '../../../../shared/domain/rules/evaluate-rules.ts';
import { ruleIds, type RuleId } from '../../../../shared/domain/rule-result.ts';
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../../support/samples/sample-master.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const currency = {
  today: '2026-10-31',
  windowsAsOf: '2026-10-30',
  ruleSetsAsOf: '2026-10-30',
  staleAfterDays: { figures: 31, windows: 30, ruleSets: 90 },
};

/** The rules that are unknown because of stale data. */
function staleRules(changes: Partial<RuleInput>): RuleId[] {
  const results = evaluateRules({
    request: sampleRequest(),
    figures: sampleFigures(),
    windows: [sampleWindow],
    ruleSets: [sampleRuleSet],
    currency,
    ...changes,
  });
  return results.filter((r) => r.because === 'stale' && r.result === 'unknown').map((r) => r.id);
}

describe('how current master data must be', () => {
  it('takes data for current up to the last day', () => {
    expect(staleRules({})).toEqual([]);
    expect(staleRules({ figures: sampleFigures({ asOf: '2026-09-30' }) })).toEqual([]);
    expect(staleRules({ figures: sampleFigures({ asOf: '2026-09-29' }) })).toEqual(
      ruleIds.filter((id) => id.startsWith('lsp-')),
    );
  });

  it('judges what has no date of its own by the day of the whole list, and treats neither as current', () => {
    expect(staleRules({ currency: { ...currency, windowsAsOf: '2026-09-30' } })).toEqual(['window']);
    expect(staleRules({ currency: { ...currency, windowsAsOf: null, ruleSetsAsOf: null } })).toEqual([]);
    const fresh = [{ ...sampleWindow, asOf: '2026-10-31' }];
    expect(staleRules({ windows: fresh, currency: { ...currency, windowsAsOf: '2025-01-01' } })).toEqual([]);
  });

  it('knows neither inside nor outside by a stale list of windows', () => {
    const old = [{ ...sampleWindow, asOf: '2026-09-30' }];
    expect(staleRules({ windows: old })).toEqual(['window']);
    const request = sampleRequest({ applicationDate: '2026-12-01' });
    expect(staleRules({ windows: old, request })).toEqual(['window']);
    expect(
      staleRules({
        windows: [...old, { ...sampleWindow, from: '2027-01-01', to: '2027-01-31' }],
        request,
      }),
    ).toEqual([]);
  });

  it('leaves the rules without a parameter alone when the rule set is stale', () => {
    const ruleSets = [{ ...sampleRuleSet, asOf: '2026-08-01' }];
    expect(staleRules({ ruleSets })).toEqual(['category-c', 'lsp-20-kiosks', 'lsp-3-months', 'max-3', 'fee']);
  });

  it('shows the evidence and its date all the same', () => {
    const figures = sampleFigures({ asOf: '2026-01-01' });
    const results = evaluateRules({
      request: sampleRequest(),
      figures,
      windows: [],
      ruleSets: [sampleRuleSet],
      currency,
    });
    expect(results.find((rule) => rule.id === 'lsp-20-kiosks')).toMatchObject({
      asOf: '2026-01-01',
      evidence: { kiosks: 25, minimum: 20, dataOf: '2026-01-01', staleAfter: 31 },
    });
  });

  it('treats everything as current where nobody says how current it must be', () => {
    const results = evaluateRules({
      request: sampleRequest(),
      figures: sampleFigures({ asOf: '2001-01-01' }),
      windows: [{ ...sampleWindow, asOf: '2001-01-01' }],
      ruleSets: [{ ...sampleRuleSet, asOf: '2001-01-01' }],
    });
    expect(results.filter((rule) => rule.result !== 'pass')).toEqual([]);
  });

  it.each([
    ['figures', ruleIds.filter((id) => id.startsWith('lsp-'))],
    ['windows', ['window']],
    ['ruleSets', ['category-c', 'lsp-20-kiosks', 'lsp-3-months', 'max-3', 'fee']],
  ] as const)('judges nothing by %s of which a newer version could not be read', (kind, expected) => {
    const input = {
      request: sampleRequest(),
      figures: sampleFigures(),
      windows: [sampleWindow],
      ruleSets: [sampleRuleSet],
      currency: { ...currency, windowsAsOf: null, ruleSetsAsOf: null, unreadable: [kind] },
    };
    const doubted = evaluateRules(input).filter((r) => r.because === 'unreadable');
    expect(doubted.map((r) => r.id)).toEqual(expected);
    expect(new Set(doubted.map((r) => r.result))).toEqual(new Set(['unknown']));
  });
});
