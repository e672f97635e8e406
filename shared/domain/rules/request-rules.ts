import type { MigrationWindow, RuleSet } from '../master.ts';
import type { MigrationRequest } from '../request.ts';
import type { RuleResult } from '../rule-result.ts';
import { searchWords } from '../search-tokens.ts';
import { judge, resultMaker } from './make-result.ts';

/** What the request itself must satisfy. The category comes first, the rest follow the LSP's rules on screen. */
export function requestRules(
  request: MigrationRequest,
  rules: RuleSet | null,
  windows: readonly MigrationWindow[],
): RuleResult[] {
  const make = resultMaker(rules?.orderNo ?? null);
  const applied = request.applicationDate;
  const count = request.migrationsBefore;
  const maximum = rules?.maximumMigrations ?? null;

  return [
    make('category-c', {
      result: judge(request.category === 'C'),
      because: 'category',
      evidence: { category: request.category, today: request.categoryToday },
      asOf: applied,
    }),
    make('max-3', {
      result: judge(maximum === null ? null : count < maximum),
      because: maximum === null ? 'noRuleSet' : 'counted',
      evidence: { count, maximum },
    }),
    make('fee', fee(request, rules)),
    windowRule(request, windows),
    make('authorised-operator', operator(request)),
    make('reason', {
      result: judge((request.reason ?? '').trim().length > 0),
      because: (request.reason ?? '').trim().length > 0 ? 'given' : 'notGiven',
    }),
    make('different-lsp', {
      result: judge(request.currentLspId !== request.targetLspId),
      because: request.currentLspId !== request.targetLspId ? 'different' : 'same',
    }),
  ];
}

function fee(request: MigrationRequest, rules: RuleSet | null) {
  const due = rules?.fees[request.migrationsBefore] ?? null;
  const evidence = { due, paid: request.fee?.amount ?? null, reference: request.fee?.reference ?? null };
  if (due === null)
    return { result: 'unknown' as const, because: rules ? 'noFeeForCount' : 'noRuleSet', evidence };
  if (request.fee === null) return { result: 'fail' as const, because: 'notPaid', evidence };
  const enough = request.fee.amount >= due;
  return { result: judge(enough), because: enough ? 'paid' : 'paidLess', evidence, asOf: request.fee.paidOn };
}

/** Rests on the order that notified the window, not on the rule set. */
function windowRule(request: MigrationRequest, windows: readonly MigrationWindow[]): RuleResult {
  const applied = request.applicationDate;
  const open = windows.find((window) => window.from <= applied && applied <= window.to) ?? null;
  const make = resultMaker(open?.orderNo ?? null);
  if (windows.length === 0) return make('window', { result: 'unknown', because: 'noWindows' });
  return make('window', {
    result: judge(open !== null),
    because: open ? 'inside' : 'outside',
    evidence: { appliedOn: applied, from: open?.from ?? null, to: open?.to ?? null },
    asOf: open?.orderDate ?? null,
  });
}

/**
 * Equal names in either script pass. Names that differ are unknown, not failed: spellings vary, and the officer looks.
 */
function operator(request: MigrationRequest) {
  const applicant = request.applicant.name;
  const registered = request.registeredOperator.name;
  const same = equalNames(applicant.hi, registered.hi) || equalNames(applicant.en, registered.en);
  return {
    result: same ? ('pass' as const) : ('unknown' as const),
    because: same ? 'same' : 'differs',
    evidence: {
      applicantHi: applicant.hi,
      applicantEn: applicant.en,
      registeredHi: registered.hi,
      registeredEn: registered.en,
    },
  };
}

function equalNames(a: string, b: string): boolean {
  const words = searchWords(a).join(' ');
  return words.length > 0 && words === searchWords(b).join(' ');
}
