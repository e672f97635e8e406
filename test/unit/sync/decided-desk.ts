import { createHash } from 'node:crypto';
import { requestId, type DecisionId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { privateKeyFrom, signText } from '../../../electron/storage/signature.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleKeys } from '../../support/sync/device-keys.ts';
import { strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { halfServer, serverTime, type HalfServerAnswers } from './half-server.ts';

export type Pushed = { id: string; content: string };

/** The keys of a server that signs receipts; the desk pins its public one. */
const server = sampleKeys();

function receiptFor({ id, content }: Pushed, key = server.deviceKey) {
  const { requestId: request, requestVersion } = JSON.parse(content) as {
    requestId: string;
    requestVersion: number;
  };
  const text = JSON.stringify({
    protocol: 1,
    decisionId: id,
    requestId: request,
    contentHash: createHash('sha256').update(content).digest('hex'),
    serverSequence: 1,
    requestVersion,
    acceptedAt: serverTime,
  });
  return { text, signature: signText(privateKeyFrom(key), text) };
}

export const accepted = (pushed: Pushed, key?: string) => ({
  id: pushed.id,
  result: 'accepted',
  receipt: receiptFor(pushed, key),
});

/** A desk with `count` sealed decisions that are to leave, at a server whose receipts it believes. */
export async function decidedDesk(count: number, answers: HalfServerAnswers, now = Date.now()) {
  const half = await halfServer(answers);
  const stranger = strangerDesk(half.url);
  const identity = { ...stranger.identity, serverKey: server.public.deviceSigningKey };
  const desk = strangerDesk(half.url, { identity, keys: stranger.keys });
  const lines = Array.from({ length: count }, (_, nth) => {
    const id = requestId.parse(`req-${nth}`);
    return { cursor: `c${nth}`, kind: 'request', id, version: 1, body: sampleRequest({ id }) };
  });
  await desk.store.applyChanges(lines, 'c', instantOf(now), '2026-11-20');
  const ids: DecisionId[] = [];
  for (const line of lines) ids.push(await desk.decide(line.id, 'approve', now));
  await desk.store.sealDecisions({ due: true }, instantOf(now));
  return { desk, ids };
}

export async function statesOf(desk: SyncDesk, ids: DecisionId[]) {
  return Promise.all(ids.map(async (id) => (await desk.store.decision(id))?.state));
}
