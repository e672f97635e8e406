import type { LspFigures } from '../../shared/domain/master.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { RuleResult } from '../../shared/domain/rule-result.ts';
import { evaluateRules } from '../../shared/domain/rules/evaluate-rules.ts';
import type { Currency, CurrencyKind } from '../../shared/domain/rules/staleness.ts';
import type { SignedIn } from '../session/session.ts';
import type { StoredMaster } from '../storage/store.ts';
import { confirmedDays } from './confirmed-days.ts';
import { readSettings } from './handlers/settings.ts';
import type { Services } from './services.ts';

/** The rule results of a request by the master data in the vault; the window's own copy is never trusted. */
export function judgeRequest(
  request: MigrationRequest,
  master: StoredMaster,
  currency: Currency,
): { rules: RuleResult[]; figures: LspFigures | null } {
  const figures =
    master.figures.find((f) => f.lspId === request.targetLspId && f.districtId === request.districtId) ??
    null;
  const { windows, ruleSets, lsps } = master;
  const targetLspKnown = lsps.length === 0 ? null : lsps.some((lsp) => lsp.id === request.targetLspId);
  return {
    figures,
    rules: evaluateRules({
      ...{ request, figures, windows, ruleSets, targetLspKnown },
      currency: { ...currency, unreadable: unreadableFor(request, master) },
    }),
  };
}

/** Which kinds this request may not be judged by, because a newer version of what it rests on could not be read. */
function unreadableFor(request: MigrationRequest, { superseded }: StoredMaster): CurrencyKind[] {
  return superseded.flatMap(({ kind, lspId }): CurrencyKind[] => {
    if (kind === 'window') return ['windows'];
    if (kind === 'rule-set') return ['ruleSets'];
    return kind === 'lsp-figures' && lspId === request.targetLspId ? ['figures'] : [];
  });
}

/**
 * How current the vault's master data must be, by the office's settings. Windows and rule sets name no day of their
 * own, and come when they change: they are as of the day on which this desk last had everything, by network or courier.
 */
export async function currencyOf(services: Services, desk: SignedIn): Promise<Currency> {
  const [settings, { today, confirmedOn }] = await Promise.all([
    readSettings(services, desk),
    confirmedDays(desk),
  ]);
  return {
    today,
    windowsAsOf: confirmedOn,
    ruleSetsAsOf: confirmedOn,
    staleAfterDays: {
      figures: settings.staleFiguresDays,
      windows: settings.staleWindowsDays,
      ruleSets: settings.staleRuleSetsDays,
    },
  };
}
