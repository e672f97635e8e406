import { beforeEach, describe, expect, it } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { Channel } from '../../../shared/ipc/derive.ts';
import { leaveOrderFor } from '../../central-server/leaving.ts';
import { newSigningKey } from '../../central-server/signatures.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { now, officeDesk, requestLine, type OfficeDesk } from './office-desk.ts';

describe('the calls of a desk that leaves its district', () => {
  let desk: OfficeDesk;
  const server = newSigningKey();
  const id = requestId.parse('req-1');

  beforeEach(async () => {
    const { keys, identity: stranger } = strangerDesk('http://127.0.0.1:9');
    const pinned = { ...stranger, serverKey: server.publicKey };
    desk = officeDesk(strangerDesk('http://127.0.0.1:9', { keys, identity: pinned }));
    await desk.pull(requestLine({ id }));
    const decided = await desk.call('decision.record', {
      ...{ requestId: id, requestVersion: 1, outcome: 'hold', reasonCodes: ['H01'], remarks: 'नमूना टिप्पणी' },
      ...{ overrides: [], checklist: [], verdicts: [], pins: [] },
    });
    if (!decided.ok) throw new Error(decided.error.kind);
    const identity = { ...server, feed: '' };
    const leaving = { why: 'officer-reassigned', since: '2026-11-20T05:00:00.000Z' } as const;
    const order = leaveOrderFor({ identity, now: () => new Date(now) }, 'device-1', leaving);
    await desk.store.takeLeaveOrder(order, instantOf(now));
    desk.isLeaving = true;
  });

  it('refuses by name whatever works with the district, and answers what the leaving needs', async () => {
    const left: Partial<Record<Channel, unknown>> = {
      'queue.page': { after: null, limit: 10 },
      'request.open': { id },
      'draft.save': {
        requestId: id,
        draft: { outcome: null, reasonCodes: [], remarks: '', overrides: [], checklist: [] },
      },
      'archive.search': { text: 'K1', limit: 5 },
      'master.all': undefined,
      'report.read': { from: '2026-11-01', to: '2026-11-20' },
      'settings.read': undefined,
      'outbox.totals': undefined,
    };
    for (const [channel, input] of Object.entries(left)) {
      const answer = await desk.call(channel as Channel, input as never);
      expect(answer, channel).toEqual({ ok: false, error: { kind: 'desk-leaving' } });
    }
    expect(await desk.call('leave.state', undefined)).toMatchObject({ ok: true });
    desk.isSignedIn = false;
    for (const channel of ['leave.state', 'queue.page'] as const) {
      const input = channel === 'leave.state' ? undefined : { after: null, limit: 10 };
      expect(await desk.call(channel, input as never)).toMatchObject({ error: { kind: 'not-signed-in' } });
    }
  });

  it('tells why, how far, what is unanswered and what stays', async () => {
    const answer = await desk.call('leave.state', undefined);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        ...{ why: 'officer-reassigned', phase: 'sending', isSendingOver: false, unsent: 1 },
        decisions: [{ requestId: id, outcome: 'hold', state: 'sealed', receipt: null }],
      },
    });
    expect(contract['leave.state'].output.safeParse(answer.ok && answer.value).success).toBe(true);
  });

  it.each(['hi', 'en'] as const)(
    'saves the record with its signatures, in %s, and notes it',
    async (language) => {
      const saved = await desk.call('leave.save', { language });
      expect(saved).toMatchObject({ ok: true });
      const text = new TextDecoder().decode(desk.saved[0]?.bytes);
      const [kept] = await desk.store.keptDecisions();
      expect(text).toContain(kept?.decisionId);
      expect(text).toContain(kept?.officerSignature);
      expect(desk.verifies(kept?.content ?? '', kept?.officerSignature ?? '')).toBe(true);
      expect((await desk.store.audit(0, 1000)).at(-1)).toMatchObject({ action: 'record-saved' });
    },
  );
});
