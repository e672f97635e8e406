import type { MasterState } from '../../shared/ipc/views/office.ts';
import { staleDoubt, type Currency, type CurrencyKind } from '../../shared/domain/rules/staleness.ts';

/** The kinds whose age the office has set a limit for, since rules rest on them. */
const limitOf: Partial<Record<MasterState['kind'], CurrencyKind>> = {
  'lsp-figures': 'figures',
  window: 'windows',
  'rule-set': 'ruleSets',
};

/** Says of each kind whether it is stale, by the same measure as the rules. A kind without a limit never is. */
export function withStaleness(
  states: readonly Omit<MasterState, 'isStale'>[],
  currency: Currency,
): MasterState[] {
  return states.map((state) => ({ ...state, isStale: isStale(state, currency) }));
}

function isStale({ kind, count, asOf }: Omit<MasterState, 'isStale'>, currency: Currency): boolean {
  const limit = limitOf[kind];
  if (limit === undefined || count === 0) return false;
  return staleDoubt(limit, asOf ?? confirmedOn(limit, currency), currency) !== null;
}

/** Lists without a day of their own were confirmed as a whole by the server's last answer; figures name their day. */
function confirmedOn(limit: CurrencyKind, currency: Currency): string | null {
  switch (limit) {
    case 'windows':
      return currency.windowsAsOf;
    case 'ruleSets':
      return currency.ruleSetsAsOf;
    case 'figures':
      return null;
  }
}
