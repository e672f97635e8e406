import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRules, type RuleInput } from '../../../../shared/domain/rules/evaluate-rules.ts';
import type { RuleFigures, RuleSubject } from '../../../../shared/domain/rules/rule-subject.ts';
import { ruleIds, type RuleId, type RuleResult } from '../../../../shared/domain/rule-result.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';
import { randomCase } from './random-case.ts';

type Change = (input: RuleInput) => RuleInput;

const ofRequest =
  (changes: Partial<RuleSubject>): Change =>
  (input) => ({ ...input, request: { ...input.request, ...changes } });
const ofFigures =
  (changes: Partial<RuleFigures>): Change =>
  (input) => ({ ...input, figures: input.figures && { ...input.figures, ...changes } });
const noName = { name: { hi: '', en: '' } };
const always = { windowsAsOf: '2001-01-01', ruleSetsAsOf: '2001-01-01' };
const noDays = { figures: 0, windows: 0, ruleSets: 0 };

/** Each takes a datum away, or makes it old. */
const losses: Record<string, Change> = {
  category: ofRequest({ category: null }),
  categoryToday: ofRequest({ categoryToday: null }),
  applicationDate: ofRequest({ applicationDate: null }),
  migrationsBefore: ofRequest({ migrationsBefore: null }),
  fee: ofRequest({ fee: null }),
  feeAmount: ofRequest({ fee: { amount: null, reference: '', paidOn: null } }),
  reason: ofRequest({ reason: null }),
  applicant: ofRequest({ applicant: noName }),
  registeredOperator: ofRequest({ registeredOperator: noName }),
  currentLsp: ofRequest({ currentLspId: null }),
  targetLsp: ofRequest({ targetLspId: null }),
  figures: (input) => ({ ...input, figures: null }),
  workingKiosks: ofFigures({ workingKiosks: null }),
  coordinator: ofFigures({ coordinator: null }),
  coordinatorKnown: ofFigures({ coordinatorKnown: false }),
  rural: ofFigures({ ruralRolloutComplete: null }),
  urban: ofFigures({ urbanRolloutComplete: null }),
  workStartedOn: ofFigures({ workStartedOn: null }),
  windows: (input) => ({ ...input, windows: [] }),
  oneWindow: (input) => ({ ...input, windows: input.windows.slice(1) }),
  windowEnds: (input) => ({ ...input, windows: input.windows.map((window) => ({ ...window, to: null })) }),
  ruleSets: (input) => ({ ...input, ruleSets: [] }),
  lspVanished: (input) => ({ ...input, targetLspKnown: false }),
  oldFigures: ofFigures({ asOf: '2001-01-01' }),
  oldWindows: (input) => ({
    ...input,
    windows: input.windows.map((window) => ({ ...window, asOf: '2001-01-01' })),
  }),
  oldRuleSets: (input) => ({
    ...input,
    ruleSets: input.ruleSets.map((set) => ({ ...set, asOf: '2001-01-01' })),
  }),
  everythingOld: (input) => ({
    ...input,
    currency: { today: '2099-01-01', ...always, staleAfterDays: noDays },
  }),
};

const withParameters: RuleId[] = ['category-c', 'lsp-20-kiosks', 'lsp-3-months', 'max-3', 'fee'];
const ofTheLsp = ruleIds.filter((id) => id.startsWith('lsp-'));

/** Which rules a fact may touch; every other rule must stay as it was. */
const touched: [what: string, change: Change, rules: readonly RuleId[]][] = [
  ['category', ofRequest({ category: 'A' }), ['category-c']],
  ['application date', ofRequest({ applicationDate: '2026-07-07' }), [...withParameters, 'window']],
  ['migrations before', ofRequest({ migrationsBefore: 2 }), ['max-3', 'fee']],
  ['fee', ofRequest({ fee: { amount: 1, reference: 'x', paidOn: null } }), ['fee']],
  ['applicant', ofRequest({ applicant: { name: { hi: 'गीता', en: 'Gita' } } }), ['authorised-operator']],
  ['operator', ofRequest({ registeredOperator: noName }), ['authorised-operator']],
  ['purpose', ofRequest({ purpose: 'CHANGE OF OWNERSHIP' }), ['authorised-operator']],
  ['reason', ofRequest({ reason: 'और' }), ['reason']],
  ['current LSP', ofRequest({ currentLspId: 'lsp-09' }), ['different-lsp']],
  ['target LSP', ofRequest({ targetLspId: 'lsp-09' }), ['different-lsp']],
  ['kiosks', ofFigures({ workingKiosks: 3 }), ['lsp-20-kiosks']],
  ['coordinator', ofFigures({ coordinator: null, coordinatorKnown: true }), ['lsp-coordinator']],
  ['rural roll-out', ofFigures({ ruralRolloutComplete: false }), ['lsp-rollout-rural']],
  ['urban roll-out', ofFigures({ urbanRolloutComplete: false }), ['lsp-rollout-urban']],
  ['start of work', ofFigures({ workStartedOn: '2026-12-01' }), ['lsp-3-months']],
  ['day of the figures', ofFigures({ asOf: '2001-01-01' }), ofTheLsp],
  ['figures', (input) => ({ ...input, figures: null }), ofTheLsp],
  ['list of LSPs', (input) => ({ ...input, targetLspKnown: false }), ofTheLsp],
  ['windows', (input) => ({ ...input, windows: [] }), ['window']],
  ['rule sets', (input) => ({ ...input, ruleSets: [] }), withParameters],
  [
    'what no rule looks at',
    (input) => ({
      ...input,
      request: {
        ...sampleRequest({
          kioskCode: 'K99999999',
          status: 'returned',
          area: 'urban',
          receivedOn: '2026-01-01',
          newKioskCode: 'K88888888',
          pauses: [{ from: '2026-01-02', to: null, why: 'returned' }],
          version: 7,
        }),
        ...onlyFacts(input.request),
      },
    }),
    [],
  ],
];

function onlyFacts(request: RuleSubject): RuleSubject {
  const { purpose, category, categoryToday, applicationDate, migrationsBefore, fee, reason } = request;
  const { applicant, registeredOperator, currentLspId, targetLspId } = request;
  const people = { applicant, registeredOperator, currentLspId, targetLspId };
  return { purpose, category, categoryToday, applicationDate, migrationsBefore, fee, reason, ...people };
}

function said({ id, result, because, evidence, asOf }: RuleResult) {
  return { id, result, because, evidence, asOf };
}

describe('no unknown becomes a pass', () => {
  it.each(Object.entries(losses))(
    'without %s, or with old data, no rule passes that did not',
    (_what, loss) => {
      fc.assert(
        fc.property(randomCase, ({ input }) => {
          const before = evaluateRules(input);
          const after = evaluateRules(loss(input));
          const gained = after.filter((rule, i) => rule.result === 'pass' && before[i]?.result !== 'pass');
          expect(gained).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe('a fact changes the rules that rest on it, and no other', () => {
  it.each(touched)('%s', (_what, change, rules) => {
    fc.assert(
      fc.property(randomCase, ({ input }) => {
        const untouched = (results: RuleResult[]) =>
          results.filter((rule) => !rules.includes(rule.id)).map(said);
        expect(untouched(evaluateRules(change(input)))).toEqual(untouched(evaluateRules(input)));
      }),
      { numRuns: 200 },
    );
  });

  it('has a change that touches each rule', () => {
    expect([...new Set(touched.flatMap(([, , rules]) => rules))].sort()).toEqual([...ruleIds].sort());
  });
});

/** Each makes a request better in one respect, and never worse in any. */
const better: [what: string, change: (input: RuleInput, by: number) => RuleInput][] = [
  [
    'more kiosks',
    (input, by) => ofFigures({ workingKiosks: (input.figures?.workingKiosks ?? 0) + by })(input),
  ],
  [
    'work begun earlier',
    (input, by) =>
      ofFigures({ workStartedOn: earlier(input.figures?.workStartedOn ?? '2026-01-01', by) })(input),
  ],
  [
    'more paid',
    (input, by) =>
      ofRequest({
        fee: { reference: '', paidOn: null, amount: (input.request.fee?.amount ?? 0) + by * 100 },
      })(input),
  ],
  [
    'fewer migrations',
    (input, by) =>
      ofRequest({ migrationsBefore: Math.max(0, (input.request.migrationsBefore ?? 0) - by) })(input),
  ],
];

function earlier(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}

describe('what is better never loses a pass', () => {
  it.each(better)('%s', (_what, change) => {
    fc.assert(
      fc.property(randomCase, fc.nat(400), ({ input }, by) => {
        const after = evaluateRules(change(input, by));
        const lost = evaluateRules(input).filter(
          (rule, i) => rule.result === 'pass' && after[i]?.result !== 'pass',
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
