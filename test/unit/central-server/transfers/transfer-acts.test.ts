import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { containsAadhaarNumber } from '../../../../shared/domain/aadhaar-number.ts';
import { requestId } from '../../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../../shared/domain/request.ts';
import { followUpsOf } from '../../../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../../../shared/domain/transfer/reconcile.ts';
import { transfer as transferSchema, type Transfer } from '../../../../shared/domain/transfer/transfer.ts';
import { newSigningKey } from '../../../central-server/signatures.ts';
import type { CentralServer } from '../../../central-server/start.ts';
import type { TestDevice } from '../../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from '../start-test-server.ts';

let server: CentralServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** Twelve digits that pass Verhoeff, completed here so that no such number stands in a file. */
const aadhaarShaped =
  Array.from({ length: 10 }, (_, digit) => `5000 0000 000${String(digit)}`).find(containsAadhaarNumber) ?? '';

async function approvedHere(device: TestDevice): Promise<MigrationRequest> {
  const request = (await server.data.requests('jaipur')).find(
    (each) => each.status === 'pending' && each.record !== null && each.currentLspId !== each.targetLspId,
  );
  if (!request) throw new Error('The seed has no pending request left');
  const [answer] = await device.push([device.seal(device.content(request, 'approve'))]);
  expect(answer?.result).toBe('accepted');
  return request;
}

/** One paisa is lost on the way. */
async function transferredWithDifference(device: TestDevice): Promise<Transfer> {
  const request = await approvedHere(device);
  await server.data.runTransfer(request.id, async (step, database) => {
    if (step !== 'ids-switched') return;
    await sql`update balances set wallet = wallet - 1 where kiosk_code = ${request.kioskCode}`.execute(
      database,
    );
  });
  return present(request.id);
}

async function present(id: string): Promise<Transfer> {
  const transfer = await server.data.transfer(id);
  if (transfer === null) throw new Error('There is no such transfer');
  return transfer;
}

function openKeys(transfer: Transfer): string[] {
  return toAcknowledge(transfer, reconcile(transfer));
}

const idOf = ({ requestId: id, districtId }: Transfer) => ({ id, districtId });
const reason = 'एलएसपी से पुष्टि की (नमूना)';

test('an approval puts a waiting transfer into the feed; run, it comes again, completed, with the request', async () => {
  const device = await signedInDevice(server);
  const { cursor } = await device.pull();
  const request = await approvedHere(device);
  await server.data.settled();
  const waiting = await device.pull(cursor);
  const kinds = waiting.lines.map((line) => line.kind);
  expect(kinds.sort()).toEqual(['request', 'transfer']);
  expect(transferSchema.parse(waiting.lines.find((line) => line.kind === 'transfer')?.body)).toMatchObject({
    ...{ requestId: request.id, state: 'waiting', oldKioskCode: request.kioskCode, before: null, acts: [] },
    stages: [{ stage: 'approved' }],
  });

  expect(await server.data.runTransfers()).toBeGreaterThan(0);
  const after = await device.pull(waiting.cursor);
  const bodyOf = (kind: string) =>
    after.lines.find((line) => line.kind === kind && line.id === request.id)?.body;
  expect(transferSchema.parse(bodyOf('transfer'))).toMatchObject({ state: 'completed', failure: null });
  expect(bodyOf('request')).toMatchObject({ status: 'transferred', version: request.version + 2 });
});

test('an acknowledgement covers the difference, comes back in the feed, and is taken once', async () => {
  const device = await signedInDevice(server);
  const transfer = await transferredWithDifference(device);
  const keys = openKeys(transfer);
  expect(keys.map((key) => key.split('|')[0])).toEqual(['wallet']);
  const { cursor } = await device.pull();
  const signed = device.signAct(device.act(idOf(transfer), { kind: 'acknowledge', lines: keys, reason }));
  expect(await device.pushActs([signed, signed])).toMatchObject([
    { result: 'accepted' },
    { result: 'accepted' },
  ]);
  expect(await device.pushActs([signed])).toMatchObject([{ result: 'accepted' }]);
  await server.data.settled();
  const { lines } = await device.pull(cursor);
  expect(lines.map((line) => [line.kind, line.id])).toEqual([['transfer', transfer.requestId]]);
  const after = transferSchema.parse(lines[0]?.body);
  expect(after.acts).toEqual([JSON.parse(signed.content)]);
  expect(openKeys(after)).toEqual([]);
});

test('a follow-up is done by an act', async () => {
  const device = await signedInDevice(server);
  const transfer = await transferredWithDifference(device);
  const done = device.act(idOf(transfer), { kind: 'follow-up-done', followUp: 'banner-logo', note: '' });
  expect(await device.pushActs([device.signAct(done)])).toEqual([{ id: done.id, result: 'accepted' }]);
  const [banner] = followUpsOf(await present(transfer.requestId));
  expect(banner).toMatchObject({ kind: 'banner-logo', doneAt: done.at });
});

test('each refusal has its name, none blocks the others, and nothing of them is kept', async () => {
  const device = await signedInDevice(server);
  const transfer = await transferredWithDifference(device);
  const lines = openKeys(transfer);
  const request = idOf(transfer);
  const acknowledge = { kind: 'acknowledge' as const, lines, reason };
  const elsewhere = (await server.data.transfers()).find((each) => each.districtId === 'udaipur');
  if (!elsewhere) throw new Error('The seed has no transfer in the other district');
  const foreign = { ...request, id: elsewhere.requestId };
  const waiting = await approvedHere(device);
  const good = device.act(request, acknowledge);
  const sent = [
    null,
    { content: 'not JSON', officerSignature: 'AAAA' },
    device.signAct({ ...device.act(request, acknowledge), protocol: 2 }),
    device.signAct(device.act(request, acknowledge), newSigningKey().privateKey),
    device.signAct(
      device.act(request, acknowledge, {
        officerId: (await signedInDevice(server, 'officer-jaipur-2')).enrolment.officer.id,
      }),
    ),
    device.signAct(device.act({ ...request, districtId: elsewhere.districtId }, acknowledge)),
    device.signAct(device.act(foreign, acknowledge)),
    device.signAct(device.act({ ...request, id: requestId.parse('request-of-nobody') }, acknowledge)),
    device.signAct(device.act({ ...request, id: requestId.parse('a\u0000b') }, acknowledge)),
    device.signAct(device.act(request, { ...acknowledge, lines: ['tds|||1|2'] })),
    device.signAct(device.act(waiting, acknowledge)),
    device.signAct(device.act(request, { kind: 'follow-up-done', followUp: 'tell-operator', note: '' })),
    device.signAct(device.act(request, { ...acknowledge, reason: `देखा: ${aadhaarShaped}` })),
    device.signAct(device.act(request, { ...acknowledge, lines: [...lines, aadhaarShaped] })),
    device.signAct(
      device.act(request, { kind: 'follow-up-done', followUp: 'banner-logo', note: aadhaarShaped }),
    ),
    device.signAct(good),
    device.signAct({ ...good, act: { ...acknowledge, reason: 'दूसरा कारण' } }),
  ];
  const answers = await device.pushActs(sent);
  expect(answers.map((answer) => (answer?.result === 'refused' ? answer.reason : answer?.result))).toEqual([
    undefined,
    undefined,
    'unreadable',
    'officer-signature-wrong',
    'officer-signature-wrong',
    'not-your-district',
    'not-your-district',
    'transfer-unknown',
    'unreadable',
    'nothing-to-do',
    'nothing-to-do',
    'nothing-to-do',
    'aadhaar-number-in-text',
    'aadhaar-number-in-text',
    'aadhaar-number-in-text',
    'accepted',
    'unreadable',
  ]);
  expect((await present(transfer.requestId)).acts).toEqual([good]);
  expect(JSON.stringify(await server.data.transfers())).not.toContain(aadhaarShaped);
});

test('two officers may acknowledge the same difference; a batch beyond the limit is refused whole', async () => {
  const [device, other] = [await signedInDevice(server), await signedInDevice(server, 'officer-jaipur-2')];
  const transfer = await transferredWithDifference(device);
  const act = { kind: 'acknowledge' as const, lines: openKeys(transfer), reason };
  await device.pushActs([device.signAct(device.act(idOf(transfer), act))]);
  expect(await other.pushActs([other.signAct(other.act(idOf(transfer), act))])).toMatchObject([
    { result: 'accepted' },
  ]);
  expect((await present(transfer.requestId)).acts).toHaveLength(2);
  const many = Array.from({ length: 501 }, () => ({}));
  expect(await errorKind(await device.post('/v1/transfer-acts', { acts: many }))).toBe('bad-request');
});

test('without a session nobody acts', async () => {
  const answer = await fetch(`${server.url}/v1/transfer-acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"acts":[]}',
  });
  expect(await errorKind(answer)).toBe('not-authorised');
});
