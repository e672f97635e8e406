import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRules, type RuleInput } from '../../../shared/domain/rules/evaluate-rules.ts';
import { ruleSetOn } from '../../../shared/domain/rules/rule-set-in-force.ts';
import { addMonths } from '../../../shared/domain/rules/add-months.ts';
import { ruleIds, type RuleId } from '../../../shared/domain/rule-result.ts';
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../support/samples/sample-master.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

function input(changes: Partial<RuleInput> = {}): RuleInput {
  return {
    request: sampleRequest(),
    figures: sampleFigures(),
    windows: [sampleWindow],
    ruleSets: [sampleRuleSet],
    ...changes,
  };
}

function resultOf(id: RuleId, changes: Partial<RuleInput>): string {
  const result = evaluateRules(input(changes)).find((rule) => rule.id === id);
  return `${result?.result} ${result?.because}`;
}

describe('evaluateRules', () => {
  it('gives one result for each rule, in the order of the list, and passes a complete request', () => {
    const results = evaluateRules(input());
    expect(results.map((rule) => rule.id)).toEqual([...ruleIds]);
    expect(results.filter((rule) => rule.result !== 'pass')).toEqual([]);
  });

  it.each<[RuleId, string, Partial<RuleInput>]>([
    ['category-c', 'fail category', { request: sampleRequest({ category: 'B', categoryToday: 'C' }) }],
    ['lsp-20-kiosks', 'fail counted', { figures: sampleFigures({ workingKiosks: 19 }) }],
    ['lsp-20-kiosks', 'pass counted', { figures: sampleFigures({ workingKiosks: 20 }) }],
    ['lsp-20-kiosks', 'unknown notKnown', { figures: sampleFigures({ workingKiosks: null }) }],
    ['lsp-20-kiosks', 'unknown noFigures', { figures: null }],
    ['lsp-coordinator', 'fail notAppointed', { figures: sampleFigures({ coordinator: null }) }],
    [
      'lsp-coordinator',
      'unknown notKnown',
      { figures: sampleFigures({ coordinator: null, coordinatorKnown: false }) },
    ],
    ['lsp-rollout-rural', 'fail incomplete', { figures: sampleFigures({ ruralRolloutComplete: false }) }],
    ['lsp-rollout-urban', 'unknown notKnown', { figures: sampleFigures({ urbanRolloutComplete: null }) }],
    ['lsp-3-months', 'pass workedSince', { figures: sampleFigures({ workStartedOn: '2026-07-01' }) }],
    ['lsp-3-months', 'fail workedSince', { figures: sampleFigures({ workStartedOn: '2026-07-02' }) }],
    ['max-3', 'fail counted', { request: sampleRequest({ migrationsBefore: 3 }) }],
    ['max-3', 'unknown noRuleSet', { ruleSets: [] }],
    ['fee', 'fail notPaid', { request: sampleRequest({ fee: null }) }],
    ['fee', 'fail paidLess', { request: sampleRequest({ migrationsBefore: 1 }) }],
    ['fee', 'unknown noFeeForCount', { request: sampleRequest({ migrationsBefore: 3 }) }],
    ['window', 'fail outside', { request: sampleRequest({ applicationDate: '2026-09-14' }) }],
    ['window', 'pass inside', { request: sampleRequest({ applicationDate: '2026-09-15' }) }],
    ['window', 'unknown noWindows', { windows: [] }],
    ['reason', 'fail notGiven', { request: sampleRequest({ reason: '  ' }) }],
    ['different-lsp', 'fail same', { request: sampleRequest({ targetLspId: sampleRequest().currentLspId }) }],
  ])('%s: %s', (id, expected, changes) => {
    expect(resultOf(id, changes)).toBe(expected);
  });

  it.each<[RuleId, string, Partial<RuleInput>]>([
    ['category-c', 'unknown noRuleSet', { ruleSets: [] }],
    ['category-c', 'pass category', { ruleSets: [{ ...sampleRuleSet, categories: ['B', 'C'] }] }],
    [
      'category-c',
      'pass category',
      {
        ruleSets: [{ ...sampleRuleSet, categories: ['B', 'C'] }],
        request: sampleRequest({ category: 'B' }),
      },
    ],
    ['category-c', 'unknown notKnown', { request: { ...sampleRequest(), category: null } }],
    ['category-c', 'pass categoryThen', { request: { ...sampleRequest(), categoryToday: null } }],
    ['lsp-coordinator', 'unknown lspVanished', { targetLspKnown: false }],
    ['lsp-coordinator', 'pass appointed', { targetLspKnown: null }],
    [
      'lsp-coordinator',
      'pass appointedUnnamed',
      { figures: sampleFigures({ coordinator: { hi: '', en: ' ' } }) },
    ],
    ['lsp-20-kiosks', 'unknown ruleSetFaulty', { ruleSets: [{ ...sampleRuleSet, fees: [50_000] }] }],
    ['lsp-3-months', 'unknown ruleSetFaulty', { ruleSets: [{ ...sampleRuleSet, minimumMonths: 1e15 }] }],
    ['max-3', 'unknown ruleSetFaulty', { ruleSets: [{ ...sampleRuleSet, categories: [] }] }],
    ['fee', 'unknown ruleSetFaulty', { ruleSets: [{ ...sampleRuleSet, fees: [50_000, 40_000, 200_000] }] }],
    [
      'fee',
      'pass paid',
      { ruleSets: [sampleRuleSet, { ...sampleRuleSet, id: 'copy', orderNo: 'SAMPLE/2' }] },
    ],
    ['fee', 'unknown ruleSetFaulty', { ruleSets: [sampleRuleSet, { ...sampleRuleSet, minimumKiosks: 5 }] }],
    ['fee', 'unknown countNotKnown', { request: { ...sampleRequest(), migrationsBefore: null } }],
    [
      'fee',
      'unknown paymentNotKnown',
      { request: { ...sampleRequest(), fee: { amount: null, reference: '', paidOn: null } } },
    ],
    ['window', 'unknown noApplicationDate', { request: { ...sampleRequest(), applicationDate: null } }],
    ['window', 'unknown windowFaulty', { windows: [{ ...sampleWindow, to: '2026-09-01' }] }],
    ['window', 'pass inside', { windows: [{ ...sampleWindow, to: '2026-09-01' }, sampleWindow] }],
    ['different-lsp', 'unknown notKnown', { request: { ...sampleRequest(), currentLspId: null } }],
    ['lsp-3-months', 'unknown noRuleSet', { request: { ...sampleRequest(), applicationDate: null } }],
    [
      'lsp-3-months',
      'unknown noApplicationDate',
      {
        request: { ...sampleRequest(), applicationDate: null },
        ruleSets: [{ ...sampleRuleSet, effectiveFrom: '2000-01-01' }],
      },
    ],
  ])('%s: %s', (id, expected, changes) => {
    expect(resultOf(id, changes)).toBe(expected);
  });

  it('names what makes a rule set useless, and the order it came with', () => {
    const [faulty] = evaluateRules(input({ ruleSets: [{ ...sampleRuleSet, fees: [50_000] }] }));
    expect(faulty).toMatchObject({ orderNo: 'SAMPLE/2025/1', evidence: { fault: 'feesMissing' } });
  });

  it('rests a date outside every window on the nearest one', () => {
    const before = {
      ...sampleWindow,
      id: 'w0',
      from: '2025-09-01',
      to: '2025-10-31',
      orderNo: 'SAMPLE/2025/9',
    };
    const request = sampleRequest({ applicationDate: '2026-08-01' });
    const results = evaluateRules(input({ request, windows: [before, sampleWindow] }));
    expect(results.find((rule) => rule.id === 'window')).toMatchObject({
      result: 'fail',
      orderNo: 'SAMPLE/2026/7',
      evidence: { appliedOn: '2026-08-01', from: '2026-09-15', to: '2026-10-31' },
    });
  });

  it('never passes a rule on the LSP when its figures are missing, whatever else is given', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom('A', 'B', 'C' as const), (migrationsBefore, category) => {
        const request = sampleRequest({ migrationsBefore, category });
        const lspResults = evaluateRules(input({ request, figures: null })).filter((rule) =>
          rule.id.startsWith('lsp-'),
        );
        expect(lspResults.map((rule) => rule.result)).toEqual([
          'unknown',
          'unknown',
          'unknown',
          'unknown',
          'unknown',
        ]);
      }),
    );
  });

  it('takes the rule set that was in force on the application date', () => {
    const later = { ...sampleRuleSet, id: 'rules-2', effectiveFrom: '2026-10-02', minimumKiosks: 30 };
    expect(ruleSetOn('2026-10-01', [later, sampleRuleSet])?.id).toBe('rules-1');
    expect(ruleSetOn('2026-10-02', [later, sampleRuleSet])?.id).toBe('rules-2');
    expect(ruleSetOn('2024-12-31', [later, sampleRuleSet])).toBeNull();
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-10-15', 3, '2027-01-15'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-01-31', 12, '2027-01-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s + %i = %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});
