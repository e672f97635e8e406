import { beforeEach, describe, expect, it } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { transferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';
import { sampleTransfer } from '../../support/samples/sample-transfer.ts';
import { officeDesk, requestLine, transferLine, type OfficeDesk } from './office-desk.ts';

const one = requestId.parse('req-1');
const leaking = `देखा ${aadhaarLikeNumber()}`;
const far = '9999-12-31T00:00:00.000Z';

let desk: OfficeDesk;
beforeEach(async () => {
  desk = officeDesk();
  await desk.pull(requestLine(), transferLine(sampleTransfer({}, { wallet: 1_234_568 })));
});

async function view() {
  const answer = await desk.call('transfer.open', { requestId: one });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

const acknowledge = (lines: string[], reason = 'मिलान किया') =>
  desk.call('transfer.acknowledge', { requestId: one, lines, reason });

describe('transfers', () => {
  it('lists what is to be acknowledged and done', async () => {
    const answer = await desk.call('transfer.list', undefined);
    expect(answer).toMatchObject({
      ok: true,
      value: [{ requestId: one, state: 'completed', differences: 1, toAcknowledge: 1, followUpsOpen: 2 }],
    });
    const missing = await desk.call('transfer.open', { requestId: requestId.parse('nobody') });
    expect(missing).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('signs an acknowledgement, keeps it and asks for it to be sent; twice is once', async () => {
    const { toAcknowledge } = await view();
    expect(toAcknowledge).toHaveLength(1);
    expect(await acknowledge(toAcknowledge, '  मिलान किया ')).toMatchObject({
      ok: true,
      value: { toAcknowledge: [], unsentActs: 1 },
    });
    expect(await acknowledge(toAcknowledge)).toMatchObject({ ok: true });
    const acts = await desk.store.unsentActs(far, 10);
    expect(acts).toHaveLength(1);
    const [act] = acts;
    expect(desk.verifies(act?.content ?? '', act?.officerSignature ?? '')).toBe(true);
    expect(transferAct.parse(JSON.parse(act?.content ?? ''))).toMatchObject({
      requestId: one,
      districtId: 'jaipur',
      officerId: 'officer-1',
      act: { kind: 'acknowledge', lines: toAcknowledge, reason: 'मिलान किया' },
    });
    expect(desk.pokes).toBe(1);
    expect(desk.applied.some((applied) => applied.transfersChanged === true)).toBe(true);
  });

  it('refuses what does not differ, no reason, and an Aadhaar number; nothing is kept', async () => {
    const { toAcknowledge } = await view();
    const refused = async (lines: string[], reason: string) => {
      const answer = await acknowledge(lines, reason);
      return answer.ok ? null : answer.error;
    };
    expect(await refused([...toAcknowledge, 'wallet|||1|2'], 'देखा')).toEqual({ kind: 'request-changed' });
    expect(await refused(toAcknowledge, '  ')).toEqual({ kind: 'reason-missing' });
    expect(await refused(toAcknowledge, '\u200B.')).toEqual({ kind: 'reason-missing' });
    expect(await refused(toAcknowledge, leaking)).toEqual({
      kind: 'aadhaar-number-in-text',
      field: 'reason',
    });
    expect(await desk.store.unsentActs(far, 10)).toEqual([]);
  });

  it('does not cover a difference that came after the acknowledgement', async () => {
    await acknowledge((await view()).toAcknowledge);
    await desk.pull(transferLine(sampleTransfer({}, { wallet: 1_234_569 }), 2));
    expect((await view()).toAcknowledge).toHaveLength(1);
  });

  it('splits what does not fit into one act, and loses no line', async () => {
    const history = Array.from({ length: 1200 }, (_, nth) => ({
      service: `नमूना सेवा ${'अ'.repeat(40)} ${nth}`,
      month: '2026-10',
      count: nth,
    }));
    await desk.pull(transferLine(sampleTransfer({}, { history }), 2));
    const { toAcknowledge } = await view();
    expect(toAcknowledge.length).toBeGreaterThan(1200);
    expect(await acknowledge(toAcknowledge, 'क'.repeat(1000))).toMatchObject({
      ok: true,
      value: { toAcknowledge: [] },
    });
    const acts = await desk.store.unsentActs(far, 100);
    expect(acts.length).toBeGreaterThan(1);
    for (const { content } of acts) expect(content.length).toBeLessThanOrEqual(20_000);
    const lines = acts.flatMap(({ content }) => {
      const { act } = transferAct.parse(JSON.parse(content));
      return act.kind === 'acknowledge' ? act.lines : [];
    });
    expect(lines).toEqual(toAcknowledge);
  });

  it('marks a follow-up as done once, and knows which there are', async () => {
    const done = (followUp: 'banner-logo' | 'dues', note = 'बैनर देखा') =>
      desk.call('transfer.followUpDone', { requestId: one, followUp, note });
    expect(await done('banner-logo', leaking)).toMatchObject({ ok: false });
    const answer = await done('banner-logo');
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(answer.value.followUps.find((one) => one.kind === 'banner-logo')).toMatchObject({
      doneAt: '2026-11-20T06:30:00.000Z',
      note: 'बैनर देखा',
    });
    await done('banner-logo', 'फिर से');
    expect(await desk.store.unsentActs(far, 10)).toHaveLength(1);
    expect(await done('dues')).toEqual({ ok: false, error: { kind: 'invalid-input', path: 'followUp' } });
  });

  it('tells a request with its transfer, and nothing behind the lock', async () => {
    const answer = await desk.call('request.open', { id: one });
    expect(answer).toMatchObject({ ok: true, value: { transfer: { toAcknowledge: [expect.any(String)] } } });
    desk.isSignedIn = false;
    expect(await desk.call('transfer.list', undefined)).toEqual({
      ok: false,
      error: { kind: 'not-signed-in' },
    });
  });
});
