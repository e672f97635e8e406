import { describe, expect, it } from 'vitest';
import type { RuleResult } from '../../../../shared/domain/rule-result.ts';
import { evaluateRules, type RuleInput } from '../../../../shared/domain/rules/evaluate-rules.ts';
import { ruleSetFaults } from '../../../../shared/domain/rules/rule-set-fault.ts';
import type { RuleSubject } from '../../../../shared/domain/rules/rule-subject.ts';
import type { Currency } from '../../../../shared/domain/rules/staleness.ts';
import { hasSentence, ruleSentence } from '../../../../shared/text/rule-sentence.ts';
import hi from '../../../../shared/locales/hi/rules.json' with { type: 'json' };
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../../support/samples/sample-master.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

type Case = Partial<Omit<RuleInput, 'request'>> & { request?: Partial<RuleSubject> };

const person = (hi: string, en: string) => ({ name: { hi, en } });
const stale: Currency = {
  today: '2030-01-01',
  windowsAsOf: '2026-10-01',
  ruleSetsAsOf: '2026-10-01',
  staleAfterDays: { figures: 45, windows: 30, ruleSets: 90 },
};

/** Together they give every reason that a rule can give. */
const cases: Case[] = [
  {},
  { figures: null, windows: [], ruleSets: [] },
  { ruleSets: [] },
  { targetLspKnown: false },
  { currency: stale },
  { currency: { ...stale, unreadable: ['figures', 'windows', 'ruleSets'] } },
  { currency: stale, request: { applicationDate: '2026-01-05' } },
  {
    figures: sampleFigures({
      workingKiosks: null,
      coordinatorKnown: false,
      ruralRolloutComplete: null,
      urbanRolloutComplete: null,
      workStartedOn: null,
    }),
  },
  { figures: sampleFigures({ coordinator: null, ruralRolloutComplete: false, urbanRolloutComplete: false }) },
  { figures: sampleFigures({ coordinator: { hi: '', en: '' } }) },
  { windows: [{ ...sampleWindow, to: '2026-01-01' }] },
  { ruleSets: [{ ...sampleRuleSet, fees: [50_000] }] },
  { ruleSets: [{ ...sampleRuleSet, fees: [50_000, 40_000, 60_000] }] },
  { ruleSets: [{ ...sampleRuleSet, categories: [] }] },
  { ruleSets: [{ ...sampleRuleSet, minimumMonths: 1201 }] },
  { ruleSets: [sampleRuleSet, { ...sampleRuleSet, minimumKiosks: 1 }] },
  {
    ruleSets: [{ ...sampleRuleSet, effectiveFrom: '2000-01-01' }],
    request: {
      applicationDate: null,
      category: null,
      migrationsBefore: null,
      currentLspId: null,
      registeredOperator: person('', ''),
    },
  },
  { request: { categoryToday: null, fee: { amount: null, reference: '', paidOn: null } } },
  { request: { fee: null, reason: null, applicationDate: '2026-01-05' } },
  { request: { fee: { amount: 10_000, reference: 'SAMPLE-2', paidOn: '2026-10-01' } } },
  { request: { migrationsBefore: 9 } },
  {
    request: {
      registeredOperator: person('नमूना सीता देवी', 'Ramesh Choudhary'),
      targetLspId: sampleRequest().currentLspId,
    },
  },
  { request: { applicant: person('सीता मीणा', ''), registeredOperator: person('रमेश चौधरी', '') } },
  { request: { purpose: 'CHANGE OF OWNERSHIP' } },
];

const results: RuleResult[] = cases.flatMap(({ request, ...changes }) =>
  evaluateRules({
    request: { ...sampleRequest(), ...request },
    figures: sampleFigures(),
    windows: [sampleWindow],
    ruleSets: [sampleRuleSet],
    ...changes,
  }),
);

describe('ruleSentence', () => {
  it.each(['hi', 'en'] as const)(
    'has a sentence with all its evidence for each reason, in %s',
    (language) => {
      for (const result of results) {
        expect(hasSentence(result), `${result.id}.${result.because}`).toBe(true);
        const sentence = ruleSentence(result, language);
        expect(sentence, `${result.id}.${result.because}`).not.toMatch(/\{\{|undefined|null|NaN/);
        expect(sentence.length).toBeGreaterThan(5);
      }
    },
  );

  it('leaves no sentence without a case', () => {
    const given = new Set(results.map((result) => `${result.id}.${result.because}`));
    const written = Object.entries(hi).flatMap(([id, words]) =>
      typeof words === 'object' && 'title' in words
        ? Object.keys(words).flatMap((because) => (because === 'title' ? [] : [`${id}.${because}`]))
        : [],
    );
    expect(written.filter((key) => !given.has(key))).toEqual([]);
  });

  it('has words for each way in which a rule set contradicts itself, and a case of each', () => {
    expect(Object.keys(hi.fault).sort()).toEqual([...ruleSetFaults].sort());
    const named = new Set(results.map((result) => result.evidence['fault']).filter((fault) => fault));
    expect([...named].sort()).toEqual([...ruleSetFaults].sort());
  });

  it('writes dates, rupees and names as the office does', () => {
    const sentence = (id: RuleResult['id']) => {
      const result = results.find((one) => one.id === id);
      return result ? ruleSentence(result, 'hi') : '';
    };
    expect(sentence('fee')).toBe('देय शुल्क ₹500.00; भुगतान ₹500.00, संदर्भ SAMPLE-1।');
    expect(sentence('window')).toContain('15/09/2026 से 31/10/2026');
    expect(sentence('lsp-coordinator')).toContain('नमूना समन्वयक');
  });

  it('shows a reason that it has no sentence for, and never hides it', () => {
    const result: RuleResult = {
      id: 'fee',
      result: 'fail',
      because: 'newReason',
      evidence: {},
      asOf: null,
      orderNo: null,
    };
    expect(ruleSentence(result, 'en')).toBe('Because: newReason');
  });
});
