import type { RuleResult } from '../rule-result.ts';
import { addMonths } from './add-months.ts';
import type { RuleInput } from './evaluate-rules.ts';
import { makeResult, type Doubt, type Finding } from './make-result.ts';
import type { InForce } from './rule-set-in-force.ts';
import type { RuleFigures } from './rule-subject.ts';
import { staleDoubt } from './staleness.ts';

/** What the five rules share: the figures, and what puts all of them in doubt. */
interface Ground {
  figures: RuleFigures | null;
  asOf: string | null;
  orderNo: string | null;
  /** No figures at all, or the LSP is no longer in the list: comes before what a single figure lacks. */
  missing: string | false;
  stale: Doubt | null;
}

/** What the target LSP must have in the district. Source: the process description, conditions for the new LSP. */
export function lspRules(input: RuleInput, inForce: InForce): RuleResult[] {
  const figures = input.figures;
  const asOf = figures?.asOf ?? null;
  const missing = figures === null ? 'noFigures' : input.targetLspKnown === false && 'lspVanished';
  const stale = staleDoubt('figures', asOf, input.currency);
  const ground = { figures, asOf, orderNo: inForce.orderNo, missing, stale } satisfies Ground;
  return [
    makeResult('lsp-20-kiosks', kiosks(ground, inForce)),
    makeResult('lsp-coordinator', coordinator(ground)),
    makeResult('lsp-rollout-rural', rollout(ground, figures?.ruralRolloutComplete ?? null)),
    makeResult('lsp-rollout-urban', rollout(ground, figures?.urbanRolloutComplete ?? null)),
    makeResult('lsp-3-months', months(ground, inForce, input.request.applicationDate)),
  ];
}

function kiosks({ figures, missing, stale, ...told }: Ground, { set, doubt }: InForce): Finding {
  const count = figures?.workingKiosks ?? null;
  const minimum = set?.minimumKiosks ?? null;
  return {
    ...told,
    doubts: [missing, count === null && 'notKnown', doubt, stale],
    holds: count === null || minimum === null ? null : count >= minimum,
    because: 'counted',
    evidence: { kiosks: count, minimum },
  };
}

function coordinator({ figures, missing, stale, ...told }: Ground): Finding {
  const isKnown = figures?.coordinatorKnown ?? false;
  const name = figures?.coordinator ?? null;
  const isNamed = name !== null && `${name.hi}${name.en}`.trim() !== '';
  return {
    ...told,
    doubts: [missing, !isKnown && 'notKnown', stale],
    holds: isKnown ? name !== null : null,
    because: name === null ? 'notAppointed' : isNamed ? 'appointed' : 'appointedUnnamed',
    evidence: { nameHi: name?.hi ?? null, nameEn: name?.en ?? null },
  };
}

function rollout({ missing, stale, asOf, orderNo }: Ground, complete: boolean | null): Finding {
  return {
    asOf,
    orderNo,
    doubts: [missing, complete === null && 'notKnown', stale],
    holds: complete,
    because: complete ? 'complete' : 'incomplete',
    evidence: { complete },
  };
}

/** By the calendar: work begun on 30 November has lasted three months at the end of February. */
function months(
  { figures, missing, stale, ...told }: Ground,
  { set, doubt }: InForce,
  appliedOn: string | null,
): Finding {
  const started = figures?.workStartedOn ?? null;
  const least = set?.minimumMonths ?? null;
  const reachedOn = started !== null && least !== null ? addMonths(started, least) : null;
  return {
    ...told,
    doubts: [
      missing,
      started === null && 'notKnown',
      doubt,
      appliedOn === null && 'noApplicationDate',
      stale,
    ],
    holds: reachedOn === null || appliedOn === null ? null : reachedOn <= appliedOn,
    because: 'workedSince',
    evidence: { started, months: least, reachedOn, appliedOn },
  };
}
