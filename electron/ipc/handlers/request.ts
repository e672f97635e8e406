import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fieldWithAadhaarNumber } from '../../../shared/domain/check-decision.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { orderNumberOf } from '../../../shared/domain/order-number.ts';
import type { Currency } from '../../../shared/domain/rules/staleness.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { StoredDecision, StoredRequest, VaultIdentity } from '../../storage/store.ts';
import type { OpenVault } from '../../storage/vault.ts';
import { currencyOf, judgeRequest } from '../judge-request.ts';
import { done, whileSignedIn, type Services } from '../services.ts';
import { transferViewOf } from '../transfer-view.ts';
import { viewedScans } from '../viewed-scans.ts';

export function requestHandlers(
  services: Services,
): Pick<Handlers, 'request.open' | 'draft.save' | 'scan.fetch'> {
  return {
    'request.open': ({ id }) =>
      whileSignedIn(services, async (desk) => {
        const stored = await desk.vault.store.request(id);
        if (!stored) return fail({ kind: 'not-found' });
        return ok(await detailOf(desk.vault, stored, await currencyOf(services, desk)));
      }),
    'draft.save': ({ requestId, draft }) =>
      whileSignedIn(services, async ({ vault }) => {
        const field = fieldWithAadhaarNumber(draft);
        if (field !== null) return fail({ kind: 'aadhaar-number-in-text', field });
        services.applied(await vault.store.saveDraft(requestId, draft, instantOf(services.clock.now())));
        return done;
      }),
    'scan.fetch': ({ hash }) =>
      whileSignedIn(services, async ({ vault, engine }) => {
        services.applied(await vault.store.scanWanted(hash));
        await engine.fetchScan(hash);
        return done;
      }),
  };
}

async function detailOf(vault: OpenVault, stored: StoredRequest, currency: Currency): Promise<RequestDetail> {
  const { rules, figures } = judgeRequest(stored.request, await vault.store.master(), currency);
  const transfer = await vault.store.transfer(stored.request.id);
  return {
    row: stored.row,
    request: stored.request,
    targetFigures: figures,
    rules,
    draft: stored.draft,
    scans: await viewedScans(vault.store, stored.request),
    decision: stored.decision && decisionOf(vault.identity, stored.decision),
    transfer: transfer && transferViewOf(transfer),
  };
}

function decisionOf(identity: VaultIdentity, decision: StoredDecision): RequestDetail['decision'] {
  const { reasonCodes, remarks, verdicts, pins, recordedAt } = decision.parsed;
  const { id, outcome, state, sealsAt, sealed } = decision;
  const { district, series } = identity;
  const orderNo = sealed && orderNumberOf(district.id, series, sealed.sequence, sealed.sealedAt);
  return { id, outcome, state, reasonCodes, remarks, verdicts, pins, recordedAt, sealsAt, orderNo };
}
