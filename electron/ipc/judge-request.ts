import type { LspFigures } from '../../shared/domain/master.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { RuleResult } from '../../shared/domain/rule-result.ts';
import { evaluateRules } from '../../shared/domain/rules/evaluate-rules.ts';
import type { StoredMaster } from '../storage/store.ts';

/** The rule results of a request by the master data in the vault; the window's own copy is never trusted. */
export function judgeRequest(
  request: MigrationRequest,
  master: StoredMaster,
): { rules: RuleResult[]; figures: LspFigures | null } {
  const figures =
    master.figures.find((f) => f.lspId === request.targetLspId && f.districtId === request.districtId) ??
    null;
  const { windows, ruleSets } = master;
  return { figures, rules: evaluateRules({ request, figures, windows, ruleSets }) };
}
