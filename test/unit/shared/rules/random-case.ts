import fc from 'fast-check';
import type { RuleInput } from '../../../../shared/domain/rules/evaluate-rules.ts';
import type { Bilingual } from '../../../../shared/domain/values.ts';
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../../support/samples/sample-master.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';
import type { PlainCase } from './plain-checker.ts';

type NameBand = PlainCase['nameBand'];

export interface RandomCase {
  nameBand: NameBand;
  input: RuleInput;
}

/** Names whose band nobody doubts: the matching of names has tests of its own. */
const names: Record<NameBand, [applicant: Bilingual, registered: Bilingual]> = {
  match: [both('सीता मीणा', 'Sita Meena'), both('सीता मीणा', 'Sita Meena')],
  mismatch: [both('सीता मीणा', 'Sita Meena'), both('रमेश चौधरी', 'Ramesh Choudhary')],
  look: [both('सीता मीणा', 'Sita Meena'), both('सीता मीणा', 'Ramesh Choudhary')],
  missing: [both('सीता मीणा', 'Sita Meena'), both('', '')],
};

function both(hi: string, en: string): Bilingual {
  return { hi, en };
}

/** Few days, so that borders, equal days and the ends of months are met often. */
const day = fc.oneof(
  fc.constantFrom('2026-02-28', '2026-03-31', '2026-05-30', '2026-06-30', '2026-08-31', '2026-09-15'),
  fc.constantFrom(
    '2026-08-29',
    '2026-08-30',
    '2026-09-30',
    '2026-10-01',
    '2026-10-31',
    '2026-11-30',
    '2024-02-29',
    '2025-11-30',
  ),
  fc
    .date({ min: new Date('2025-10-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 8 });
const category = fc.constantFrom('A+', 'A', 'B+', 'B', 'C', 'C', 'C', 'C');

const request = fc.record({
  purpose: fc.constantFrom('MIGRATION', 'MIGRATION', 'MIGRATION', 'RELOCATION', 'CHANGE OF OWNERSHIP', null),
  category: orNull(category),
  categoryToday: orNull(category),
  applicationDate: orNull(day),
  migrationsBefore: orNull(fc.nat(4)),
  fee: orNull(
    fc.record({
      amount: orNull(fc.constantFrom(0, 49_999, 50_000, 99_999, 100_000, 200_000, 500_000)),
      reference: fc.constant('SAMPLE'),
      paidOn: orNull(day),
    }),
  ),
  reason: fc.constantFrom('नमूना', 'नमूना', '', ' \t', null),
  currentLspId: fc.constantFrom('lsp-01', 'lsp-02', 'lsp-03', null),
  targetLspId: fc.constantFrom('lsp-01', 'lsp-02', 'lsp-03', null),
});

const figures = fc.record({
  workingKiosks: orNull(fc.integer({ min: 17, max: 23 })),
  coordinator: orNull(fc.constant(both('नमूना', 'Sample'))),
  coordinatorKnown: fc.boolean(),
  ruralRolloutComplete: orNull(fc.boolean()),
  urbanRolloutComplete: orNull(fc.boolean()),
  workStartedOn: orNull(day),
  asOf: orNull(day),
});

const window = fc
  .record({ from: orNull(day), to: orNull(day), asOf: orNull(day), turned: fc.nat(9) })
  .map(({ from, to, asOf, turned }) => {
    const isTurned = from !== null && to !== null && to < from && turned > 0;
    const dates = isTurned ? { from: to, to: from } : { from, to };
    return { ...sampleWindow, ...dates, asOf };
  });

const ruleSet = fc
  .record({
    effectiveFrom: fc.constantFrom('2000-01-01', '2000-01-01', '2025-01-01', '2026-09-15', '2026-10-01'),
    minimumKiosks: fc.constantFrom(18, 20, 20, 20),
    minimumMonths: fc.constantFrom(0, 1, 3, 3, 3, 14),
    maximumMigrations: fc.constantFrom(2, 3, 3, 3, 4),
    categories: fc.option(fc.constantFrom<('A' | 'B' | 'C')[]>(['C'], ['B', 'C'], ['C', 'B'], []), {
      nil: undefined,
      freq: 2,
    }),
    fees: fc.constantFrom<number[][]>(
      [50_000, 100_000, 200_000],
      [50_000, 100_000, 200_000],
      [50_000, 40_000, 200_000],
      [0, 0, 0, 0],
    ),
    asOf: fc.option(day, { nil: undefined, freq: 2 }),
  })
  .map(({ categories, asOf, ...rest }) => ({
    ...sampleRuleSet,
    ...rest,
    ...(categories && { categories }),
    ...(asOf && { asOf }),
  }));

const currency = fc.record({
  today: day,
  windowsAsOf: orNull(day),
  ruleSetsAsOf: orNull(day),
  staleAfterDays: fc.record({
    figures: fc.integer({ min: 0, max: 400 }),
    windows: fc.integer({ min: 0, max: 400 }),
    ruleSets: fc.integer({ min: 0, max: 400 }),
  }),
});

/** A request with master data of every quality: whole, in part, stale, contradictory, none. */
export const randomCase: fc.Arbitrary<RandomCase> = fc
  .record({
    nameBand: fc.constantFrom<NameBand[]>('match', 'match', 'match', 'look', 'mismatch', 'missing'),
    request,
    figures: orNull(figures),
    windows: fc.array(window, { maxLength: 3 }),
    ruleSets: fc.array(ruleSet, { maxLength: 3 }),
    targetLspKnown: fc.constantFrom(true, true, null, false),
    currency: fc.option(currency, { nil: undefined, freq: 3 }),
  })
  .map(({ nameBand, request: facts, figures: told, currency: asked, ...rest }) => {
    const [applicant, registered] = names[nameBand];
    return {
      nameBand,
      input: {
        ...rest,
        request: {
          ...sampleRequest(),
          ...facts,
          applicant: { name: applicant },
          registeredOperator: { name: registered },
        },
        figures: told && { ...sampleFigures(), ...told },
        ...(asked && { currency: asked }),
      },
    };
  });
