import { indiaDate } from '../../shared/domain/india-date.ts';
import type { LspFigures } from '../../shared/domain/master.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { RuleResult } from '../../shared/domain/rule-result.ts';
import { evaluateRules } from '../../shared/domain/rules/evaluate-rules.ts';
import type { Currency, CurrencyKind } from '../../shared/domain/rules/staleness.ts';
import type { SignedIn } from '../session/session.ts';
import type { StoredMaster } from '../storage/store.ts';
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
 * How current the vault's master data must be, by the office's settings. Windows and rule sets come whole with every
 * answer of the server, so its last contact speaks for those that name no day of their own.
 */
export async function currencyOf(services: Services, desk: SignedIn): Promise<Currency> {
  const settings = await readSettings(services, desk);
  const lastContact = await desk.vault.store.lastContact();
  const confirmedOn = lastContact === null ? null : indiaDate(Date.parse(lastContact));
  const pcDay = indiaDate(services.clock.now());
  return {
    // A PC whose clock was set back must not make old data current: the day of the last contact has been.
    today: confirmedOn !== null && confirmedOn > pcDay ? confirmedOn : pcDay,
    windowsAsOf: confirmedOn,
    ruleSetsAsOf: confirmedOn,
    staleAfterDays: {
      figures: settings.staleFiguresDays,
      windows: settings.staleWindowsDays,
      ruleSets: settings.staleRuleSetsDays,
    },
  };
}
