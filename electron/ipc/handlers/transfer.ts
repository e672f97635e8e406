import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { hasWords } from '../../../shared/domain/has-words.ts';
import { transferAct, type TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import { lineKey } from '../../../shared/domain/transfer/transfer.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { Handlers, Input } from '../../../shared/ipc/derive.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import { acknowledgements } from '../acknowledge-acts.ts';
import { whileSignedIn, type Services } from '../services.ts';
import { transferViewOf } from '../transfer-view.ts';

type Channels = 'transfer.list' | 'transfer.open' | 'transfer.acknowledge' | 'transfer.followUpDone';

export function transferHandlers(services: Services): Pick<Handlers, Channels> {
  return {
    'transfer.list': () => whileSignedIn(services, async ({ vault }) => ok(await vault.store.transferRows())),
    'transfer.open': ({ requestId }) => whileSignedIn(services, (desk) => open(desk, requestId)),
    'transfer.acknowledge': (input) => whileSignedIn(services, (desk) => acknowledge(services, desk, input)),
    'transfer.followUpDone': (input) =>
      whileSignedIn(services, (desk) => followUpDone(services, desk, input)),
  };
}

async function open({ vault }: SignedIn, requestId: RequestId) {
  const stored = await vault.store.transfer(requestId);
  return stored ? ok(transferViewOf(stored)) : fail({ kind: 'not-found' } as const);
}

/** What is acknowledged already is not signed again: the same press twice is one acknowledgement. */
async function acknowledge(services: Services, desk: SignedIn, input: Input<'transfer.acknowledge'>) {
  const { requestId, lines } = input;
  const reason = input.reason.trim();
  if (!hasWords(reason)) return fail({ kind: 'reason-missing' } as const);
  if (containsAadhaarNumber(reason))
    return fail({ kind: 'aadhaar-number-in-text', field: 'reason' } as const);
  const view = await open(desk, requestId);
  if (!view.ok) return view;
  const differing = new Set(view.value.lines.filter((line) => line.verdict === 'differs').map(lineKey));
  // The figures moved under the officer's hand: what was looked at is no longer what would be acknowledged.
  if (lines.some((line) => !differing.has(line))) return fail({ kind: 'request-changed' } as const);
  const uncovered = new Set(view.value.toAcknowledge);
  const wanted = [...new Set(lines)].filter((line) => uncovered.has(line));
  await act(services, desk, requestId, acknowledgements(wanted, reason));
  return open(desk, requestId);
}

async function followUpDone(services: Services, desk: SignedIn, input: Input<'transfer.followUpDone'>) {
  const { requestId, followUp: kind } = input;
  const note = input.note.trim();
  if (containsAadhaarNumber(note)) return fail({ kind: 'aadhaar-number-in-text', field: 'note' } as const);
  const view = await open(desk, requestId);
  if (!view.ok) return view;
  const followUp = view.value.followUps.find((one) => one.kind === kind);
  if (!followUp) return fail({ kind: 'invalid-input', path: 'followUp' } as const);
  if (followUp.doneAt !== null) return view;
  await act(services, desk, requestId, [{ kind: 'follow-up-done', followUp: kind, note }]);
  return open(desk, requestId);
}

/** Signs each act with the officer's key; it is durable before it is answered, and sent when the link is there. */
async function act(
  services: Services,
  { vault, officer, engine }: SignedIn,
  requestId: RequestId,
  acts: readonly TransferAct['act'][],
): Promise<void> {
  for (const one of acts) {
    const now = services.clock.now();
    const at = instantOf(now);
    const content = JSON.stringify(
      transferAct.parse({
        protocol: 1,
        id: services.makeId(now),
        requestId,
        districtId: vault.identity.district.id,
        act: one,
        officerId: officer.officerId,
        deviceId: vault.identity.deviceId,
        at,
      }),
    );
    const officerSignature = officer.sign(content);
    services.applied(await vault.store.saveTransferAct({ content, officerSignature }, at));
  }
  if (acts.length > 0) engine.poke();
}
