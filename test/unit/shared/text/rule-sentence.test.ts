import { describe, expect, it } from 'vitest';
import type { LspFigures, MigrationWindow, RuleSet } from '../../../../shared/domain/master.ts';
import type { MigrationRequest } from '../../../../shared/domain/request.ts';
import type { RuleResult } from '../../../../shared/domain/rule-result.ts';
import { evaluateRules } from '../../../../shared/domain/rules/evaluate-rules.ts';
import { hasSentence, ruleSentence } from '../../../../shared/text/rule-sentence.ts';
import hi from '../../../../shared/locales/hi/rules.json' with { type: 'json' };
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../../support/samples/sample-master.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

interface Case {
  request?: Partial<MigrationRequest>;
  figures?: LspFigures | null;
  ruleSets?: RuleSet[];
  windows?: MigrationWindow[];
}

/** Together they give every reason that a rule can give. */
const cases: Case[] = [
  {},
  { figures: null, windows: [], ruleSets: [] },
  { ruleSets: [] },
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
  { request: { fee: null, reason: null, applicationDate: '2026-01-05' } },
  { request: { fee: { amount: 10_000, reference: 'SAMPLE-2', paidOn: '2026-10-01' } } },
  { request: { migrationsBefore: 9 } },
  {
    request: {
      registeredOperator: { name: { hi: 'नमूना राम', en: 'Sample Ram' }, mobileLast4: null },
      targetLspId: sampleRequest().currentLspId,
    },
  },
];

const results: RuleResult[] = cases.flatMap(({ request, figures, ruleSets, windows }) =>
  evaluateRules({
    request: sampleRequest(request),
    figures: figures === undefined ? sampleFigures() : figures,
    windows: windows ?? [sampleWindow],
    ruleSets: ruleSets ?? [sampleRuleSet],
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
