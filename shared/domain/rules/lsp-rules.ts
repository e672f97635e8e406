import type { LspFigures, RuleSet } from '../master.ts';
import type { MigrationRequest } from '../request.ts';
import type { RuleId, RuleResult } from '../rule-result.ts';
import { addMonths } from './add-months.ts';
import { judge, resultMaker } from './make-result.ts';

const ids: RuleId[] = [
  'lsp-20-kiosks',
  'lsp-coordinator',
  'lsp-rollout-rural',
  'lsp-rollout-urban',
  'lsp-3-months',
];

/** What the target LSP must have in the district. Source: the process description, conditions for the new LSP. */
export function lspRules(
  request: MigrationRequest,
  figures: LspFigures | null,
  rules: RuleSet | null,
): RuleResult[] {
  const make = resultMaker(rules?.orderNo ?? null);
  if (figures === null) return ids.map((id) => make(id, { result: 'unknown', because: 'noFigures' }));
  const asOf = figures.asOf;

  const kiosks = figures.workingKiosks;
  const minimum = rules?.minimumKiosks ?? null;
  const months = rules?.minimumMonths ?? null;
  const started = figures.workStartedOn;
  const reachedOn = started !== null && months !== null ? addMonths(started, months) : null;

  return [
    make('lsp-20-kiosks', {
      result: judge(kiosks === null || minimum === null ? null : kiosks >= minimum),
      because: kiosks === null ? 'notKnown' : minimum === null ? 'noRuleSet' : 'counted',
      evidence: { kiosks, minimum },
      asOf,
    }),
    make('lsp-coordinator', {
      result: judge(figures.coordinatorKnown ? figures.coordinator !== null : null),
      because: !figures.coordinatorKnown ? 'notKnown' : figures.coordinator ? 'appointed' : 'notAppointed',
      evidence: { nameHi: figures.coordinator?.hi ?? null, nameEn: figures.coordinator?.en ?? null },
      asOf,
    }),
    make('lsp-rollout-rural', rollout(figures.ruralRolloutComplete, asOf)),
    make('lsp-rollout-urban', rollout(figures.urbanRolloutComplete, asOf)),
    make('lsp-3-months', {
      result: judge(reachedOn === null ? null : reachedOn <= request.applicationDate),
      because: started === null ? 'notKnown' : months === null ? 'noRuleSet' : 'workedSince',
      evidence: { started, months, appliedOn: request.applicationDate },
      asOf,
    }),
  ];
}

function rollout(complete: boolean | null, asOf: string) {
  return {
    result: judge(complete),
    because: complete === null ? 'notKnown' : complete ? 'complete' : 'incomplete',
    asOf,
  };
}
