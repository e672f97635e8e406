import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { decisionId, districtId, requestId } from '../../../shared/domain/ids.ts';
import { officer } from '../../../shared/domain/master.ts';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import { receiptContent } from '../../../shared/sync/protocol.ts';
import { isSigned, newSigningKey, sha256 } from '../../central-server/signatures.ts';
import type { CentralServer } from '../../central-server/start.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

let server: CentralServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** Twelve digits that pass Verhoeff, completed here so that no such number stands in a file. */
const aadhaarShaped = Array.from({ length: 10 }, (_, digit) => `5000 0000 000${String(digit)}`).find(
  containsAadhaarNumber,
);

const used = new Set<string>();

/** One that no other test decides on. */
async function fresh(district = 'jaipur'): Promise<MigrationRequest> {
  const request = (await server.data.requests(district)).find(
    (each) => each.status === 'pending' && !used.has(each.id),
  );
  if (!request) throw new Error('The seed has no pending request left');
  used.add(request.id);
  return request;
}

async function nameOf(officerId: string) {
  const { lines } = await (await signedInDevice(server)).pull();
  const found = lines.find((item) => item.kind === 'officer' && item.id === officerId);
  return officer.parse(found?.body).name;
}

test('an accepted decision changes the request, pauses its clock, and gives a signed receipt', async () => {
  const device = await signedInDevice(server);
  const { cursor } = await device.pull();
  const request = await fresh();
  const sealed = device.seal(device.content(request, 'return', { remarks: 'पृष्ठ 2 अस्पष्ट है' }));
  const [answer] = await device.push([sealed]);
  if (answer?.result !== 'accepted') throw new Error(JSON.stringify(answer));

  expect(isSigned(answer.receipt.text, answer.receipt.signature, device.enrolment.serverKey)).toBe(true);
  expect(receiptContent.parse(JSON.parse(answer.receipt.text))).toMatchObject({
    decisionId: sealed.id,
    requestId: request.id,
    contentHash: sha256(sealed.content),
    requestVersion: request.version + 1,
  });
  await server.data.settled();
  const [line] = (await device.pull(cursor)).lines;
  const after = migrationRequest.parse(line?.body);
  expect(after).toMatchObject({ id: request.id, status: 'returned', version: request.version + 1 });
  expect(after.pauses.at(-1)).toMatchObject({ to: null, why: 'returned' });
  expect(after.history.at(-1)).toMatchObject({ event: 'returned', note: 'O03: पृष्ठ 2 अस्पष्ट है' });
});

test('a later approval ends the pause', async () => {
  const device = await signedInDevice(server);
  const request = await fresh();
  await device.push([device.seal(device.content(request, 'hold'))]);
  const held = await server.data.request(request.id);
  expect(held?.status).toBe('on-hold');
  if (!held) return;
  const [answer] = await device.push([device.seal(device.content(held, 'approve'))]);
  expect(answer?.result).toBe('accepted');
  const after = await server.data.request(request.id);
  expect(after?.status).toBe('approved');
  expect(after?.pauses.every((pause) => pause.to !== null)).toBe(true);
});

test('the same push again gives the identical receipts and changes nothing', async () => {
  const device = await signedInDevice(server);
  const requests = [await fresh(), await fresh(), await fresh()];
  const sealed = requests.map((request) => device.seal(device.content(request, 'reject')));
  const first = await device.push(sealed);
  const count = await server.data.countDecisions();
  await server.data.settled();
  const { cursor } = await device.pull();
  expect(first.map((answer) => answer.result)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await device.push(sealed)).toEqual(first);
  expect(await device.push([sealed[1], sealed[1]])).toEqual([first[1], first[1]]);
  expect(await server.data.countDecisions()).toBe(count);
  expect((await device.pull(cursor)).lines).toEqual([]);
});

test('items in the wrong order within a push are taken in the order of the chain', async () => {
  const device = await signedInDevice(server);
  const a = device.seal(device.content(await fresh(), 'approve'));
  const b = device.seal(device.content(await fresh(), 'approve'));
  const answers = await device.push([b, a]);
  expect(answers).toMatchObject([
    { id: b.id, result: 'accepted' },
    { id: a.id, result: 'accepted' },
  ]);
});

test('who comes second gets a conflict with the present state, told afresh each time', async () => {
  const [first, second] = [await signedInDevice(server), await signedInDevice(server, 'officer-jaipur-2')];
  const request = await fresh();
  await first.push([first.seal(first.content(request, 'hold', { remarks: 'नमूना: रुकिए' }))]);
  const late = second.seal(second.content(request, 'approve'));
  expect(await second.push([late])).toMatchObject([
    {
      result: 'conflict',
      reason: 'changed-since',
      present: { status: 'on-hold', version: request.version + 1 },
      standing: { outcome: 'hold', remarks: 'नमूना: रुकिए', officerName: await nameOf('officer-jaipur-1') },
    },
  ]);
  const held = await server.data.request(request.id);
  if (!held) throw new Error('The request is gone');
  const keepMine = second.seal(second.content(held, 'approve'));
  expect((await second.push([keepMine]))[0]?.result).toBe('accepted');
  expect(await second.push([late])).toMatchObject([{ result: 'conflict', present: { status: 'approved' } }]);

  const tooLate = first.seal(first.content(held, 'reject'));
  expect(await first.push([tooLate])).toMatchObject([{ result: 'conflict', reason: 'already-decided' }]);
});

test('what an officer had seen when deciding is not told as the other decision', async () => {
  const [first, second] = [await signedInDevice(server), await signedInDevice(server, 'officer-jaipur-2')];
  const request = await fresh();
  await first.push([first.seal(first.content(request, 'hold'))]);
  const held = await server.data.changeRequest(request.id, (each) => each);
  await server.data.changeRequest(request.id, (each) => ({ ...each, reason: 'नमूना: नया' }));
  expect(await second.push([second.seal(second.content(held, 'approve'))])).toMatchObject([
    { result: 'conflict', reason: 'changed-since', standing: null },
  ]);
});

test('a request that went to another district meanwhile is a conflict that tells nothing of it', async () => {
  const device = await signedInDevice(server);
  const [moved, gone] = [await fresh(), await fresh()];
  const decisions = [moved, gone].map((request) => device.seal(device.content(request, 'approve')));
  const other = districtId.parse('ajmer');
  await server.data.changeRequest(moved.id, (each) => ({ ...each, districtId: other, reason: 'नमूना' }));
  await server.data.removeItem('request', gone.id);
  const none = { result: 'conflict', present: null, standing: null };
  const told = [
    { ...none, reason: 'reassigned' },
    { ...none, reason: 'withdrawn' },
  ];
  expect(await device.push(decisions)).toMatchObject(told);
  expect(await device.push(decisions)).toMatchObject(told.map(({ standing: _, ...rest }) => rest));
});

test('a conflict asked about again after the request went away tells nothing of its new district', async () => {
  const device = await signedInDevice(server);
  const request = await fresh();
  await server.data.changeRequest(request.id, (each) => ({ ...each, reason: 'नमूना: बदला' }));
  const late = device.seal(device.content(request, 'approve'));
  expect(await device.push([late])).toMatchObject([{ present: { id: request.id } }]);
  await server.data.changeRequest(request.id, (each) => ({ ...each, districtId: districtId.parse('ajmer') }));
  expect(await device.push([late])).toMatchObject([{ result: 'conflict', present: null }]);
});

test('a withdrawn request conflicts, whatever version the decision names', async () => {
  const device = await signedInDevice(server);
  const request = await fresh();
  await server.data.changeRequest(request.id, (each) => ({ ...each, status: 'withdrawn' }));
  const answers = await device.push([device.seal(device.content(request, 'approve'))]);
  expect(answers).toMatchObject([
    { result: 'conflict', reason: 'withdrawn', present: { status: 'withdrawn' } },
  ]);
});

test('each refusal has its reason, and none of them breaks the chain for those after it', async () => {
  const device = await signedInDevice(server);
  const own = await fresh();
  const [foreign] = await server.data.requests('udaipur');
  if (!foreign) throw new Error('The seed has no request in the other district');
  const before = { ...own };
  const tampered = device.seal(device.content(own, 'approve'));
  const newer = {
    ...JSON.parse(device.seal(device.content(own, 'approve')).content),
    protocol: 2,
  } as unknown;
  const other = await signedInDevice(server);
  const chain = await signedInDevice(server);
  const unknown = requestId.parse('request-of-nobody');
  const id = decisionId.parse(uuidv7());
  const kind = 'coordinator-consent';
  const consent = own.documents.find((document) => document.kind === kind)?.id ?? `item:${kind}`;
  const pin = { id: 'pin-1', documentId: consent, box: { page: 0, x: 0, y: 0, width: 1, height: 1 } };
  const pushed = [
    { ...chain.seal(chain.content(own, 'approve')), content: tampered.content },
    chain.seal(chain.content(own, 'approve'), newSigningKey().privateKey),
    chain.sealText(id, JSON.stringify(newer)),
    chain.sealText(decisionId.parse(uuidv7()), 'not JSON'),
    chain.seal(
      chain.content(own, 'approve', {
        officerId: other.enrolment.officer.id,
        deviceId: other.enrolment.deviceId,
      }),
    ),
    chain.seal(chain.content(foreign, 'approve')),
    chain.seal(chain.content(foreign, 'approve', { districtId: own.districtId })),
    chain.seal(chain.content(own, 'approve', { requestId: unknown })),
    chain.seal(chain.content(own, 'reject', { reasonCodes: [] })),
    chain.seal(chain.content(own, 'return', { reasonCodes: ['H01'] })),
    chain.seal(chain.content(own, 'approve', { remarks: `देखा: ${aadhaarShaped ?? ''}` })),
    chain.seal(chain.content(own, 'approve', { pins: [{ ...pin, note: `देखा: ${aadhaarShaped ?? ''}` }] })),
    chain.seal(
      chain.content(own, 'approve', {
        documentChecks: [{ id: 'pan-structure', documentId: null, result: 'look', why: 'letter-differs' }],
        verdicts: [{ id: 'pan-structure', documentId: null, verdict: 'in-order', note: 'देखा' }],
        pins: [{ ...pin, note: 'देखा' }],
      }),
    ),
  ];
  const answers = await chain.push(pushed);
  expect(answers.map((answer) => (answer.result === 'refused' ? answer.reason : answer.result))).toEqual([
    'device-signature-wrong',
    'officer-signature-wrong',
    'unreadable',
    'unreadable',
    'officer-signature-wrong',
    'not-your-district',
    'not-your-district',
    'request-unknown',
    'outcome-not-allowed',
    'outcome-not-allowed',
    'aadhaar-number-in-text',
    'aadhaar-number-in-text',
    'accepted',
  ]);
  expect(await chain.push(pushed)).toEqual(answers);
  expect(await server.data.request(own.id)).toMatchObject({
    status: 'approved',
    version: before.version + 1,
  });
  const stored = JSON.stringify(await server.data.decisions());
  expect(stored).not.toContain(aadhaarShaped ?? '5000');
});

test('an item whose content no longer fits still holds the chain by its signed link', async () => {
  const device = await signedInDevice(server);
  const { content: _lost, ...headless } = device.seal(device.content(await fresh(), 'approve'));
  const next = device.seal(device.content(await fresh(), 'approve'));
  const answers = await device.push([headless, next]);
  expect(answers).toMatchObject([
    { result: 'refused', reason: 'unreadable', linkTaken: true },
    { result: 'accepted' },
  ]);
});

test('what has no signed link is refused alone, and is not remembered', async () => {
  const device = await signedInDevice(server);
  const good = device.seal(device.content(await fresh(), 'approve'));
  const forged = {
    ...good,
    deviceSignature: device.seal(device.content(await fresh(), 'hold')).deviceSignature,
  };
  const answers = await device.push([null, 'x', { id: 'a\u0000b' }, forged]);
  expect(answers.map((answer) => answer.result === 'refused' && answer.reason)).toEqual([
    'unreadable',
    'unreadable',
    'unreadable',
    'device-signature-wrong',
  ]);
  expect((await device.push([good]))[0]?.result).toBe('accepted');
});

test('a gap, a fork and a stolen id break the chain; the missing link mends it', async () => {
  const device = await signedInDevice(server);
  const first = device.seal(device.content(await fresh(), 'approve'));
  const second = device.seal(device.content(await fresh(), 'approve'));
  expect(await device.push([second])).toMatchObject([
    { result: 'refused', reason: 'chain-broken', linkTaken: false },
  ]);
  expect((await device.push([first, second])).map((answer) => answer.result)).toEqual([
    'accepted',
    'accepted',
  ]);
  const other = await signedInDevice(server);
  expect(await other.push([first])).toMatchObject([
    { result: 'refused', reason: 'chain-broken', linkTaken: false },
  ]);
  const again = device.seal(device.content(await fresh(), 'approve', { id: first.id }));
  expect(await device.push([again])).toMatchObject([
    { result: 'refused', reason: 'chain-broken', linkTaken: false },
  ]);
});

test('a wrong PC clock moves neither the pause before the receipt nor past the server’s now', async () => {
  const device = await signedInDevice(server);
  const [early, late] = [await fresh(), await fresh()];
  await device.push([
    device.seal(device.content(early, 'hold', { recordedAt: '2001-01-01T00:00:00.000Z' })),
    device.seal(device.content(late, 'hold', { recordedAt: '2099-01-01T00:00:00.000Z' })),
  ]);
  const today = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 10);
  expect((await server.data.request(early.id))?.pauses.at(-1)?.from).toBe(early.receivedOn);
  expect((await server.data.request(late.id))?.pauses.at(-1)?.from).toBe(today);
});

test('a hold of what is on hold is refused by name, and its link taken', async () => {
  const device = await signedInDevice(server);
  const request = await fresh();
  await device.push([device.seal(device.content(request, 'hold'))]);
  const held = await server.data.request(request.id);
  if (!held) throw new Error('The request is gone');
  const again = device.seal(device.content(held, 'hold'));
  const back = device.seal(device.content(held, 'return'));
  expect(await device.push([again, back])).toMatchObject([
    { result: 'refused', reason: 'outcome-not-allowed', linkTaken: true },
    { result: 'accepted' },
  ]);
});

test('a push beyond the limits is refused whole, by name', async () => {
  const device = await signedInDevice(server);
  const many = Array.from({ length: 501 }, () => ({}));
  expect(await errorKind(await device.post('/v1/decisions', { decisions: many }))).toBe('bad-request');
  const huge = await device.post('/v1/decisions', { decisions: ['x'.repeat(17 * 1024 * 1024)] });
  expect(await errorKind(huge)).toBe('too-large');
});
