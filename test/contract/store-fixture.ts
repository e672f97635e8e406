import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { DecisionContent, Outcome } from '../../shared/domain/decision.ts';
import {
  decisionId,
  deviceId,
  districtId,
  officerId,
  requestId,
  type DecisionId,
} from '../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { LeaveOrder, LeaveOrderContent } from '../../shared/sync/leave-order.ts';
import type { ChangeLine, PushAnswerItem, Receipt } from '../../shared/sync/protocol.ts';
import type { RecordedDecision, Store, VaultIdentity } from '../../electron/storage/store.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';

export const at = '2026-10-05T07:00:00.000Z';
export const today = '2026-10-05';
export const later = '2026-10-05T07:20:00.000Z';

const server = generateKeyPairSync('ed25519');
const device = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64');
const pkcs8 = (key: KeyObject) => key.export({ format: 'der', type: 'pkcs8' }).toString('base64');

export const deviceKey = pkcs8(device.privateKey);
export const devicePublicKey = spki(device.publicKey);

const sampleName = { hi: 'नमूना अधिकारी', en: 'Sample Officer' };
export const identity: VaultIdentity = {
  officer: {
    id: officerId.parse('officer-1'),
    login: 'sample.officer',
    name: sampleName,
    title: sampleName,
    districtId: districtId.parse('jaipur'),
  },
  district: { id: districtId.parse('jaipur'), name: { hi: 'जयपुर', en: 'Jaipur' } },
  deviceId: deviceId.parse('device-1'),
  series: 'A',
  serverUrl: 'http://127.0.0.1:8080',
  serverKey: spki(server.publicKey),
  deviceKey,
  enrolledAt: '2026-10-05T06:00:00.000Z',
};

export function bilingualName(hi: string, en: string) {
  return { hi, en };
}

export function rid(n: number) {
  return requestId.parse(`req-${n}`);
}

export function did(n: number): DecisionId {
  return decisionId.parse(`01997000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
}

export function requestLine(n: number, changes: Partial<MigrationRequest> = {}): ChangeLine {
  const body = sampleRequest({ id: rid(n), ...changes });
  return { cursor: `c-${n}-${body.version}`, kind: 'request', id: body.id, version: body.version, body };
}

export async function pull(store: Store, ...lines: ChangeLine[]) {
  return store.applyChanges(lines, lines.at(-1)?.cursor ?? 'c-0', at, today);
}

export function contentOf(
  n: number,
  request: number,
  changes: Partial<DecisionContent> = {},
): DecisionContent {
  return {
    protocol: 1,
    id: did(n),
    requestId: rid(request),
    requestVersion: 1,
    districtId: districtId.parse('jaipur'),
    outcome: 'approve',
    reasonCodes: [],
    remarks: 'नमूना टिप्पणी',
    overrides: [],
    rules: [],
    checklist: [],
    documentChecks: [],
    verdicts: [],
    pins: [],
    officerId: officerId.parse('officer-1'),
    deviceId: deviceId.parse('device-1'),

    recordedAt: at,
    ...changes,
  };
}

export function recorded(content: DecisionContent, sealsAt = '2026-10-05T07:10:00.000Z'): RecordedDecision {
  const text = JSON.stringify(content);
  return {
    id: content.id,
    content: text,
    officerSignature: Buffer.from('sample').toString('base64'),
    sealsAt,
  };
}

export function decide(n: number, request: number, outcome: Outcome = 'approve', requestVersion = 1) {
  return recorded(contentOf(n, request, { outcome, requestVersion }));
}

interface ReceiptChanges {
  decisionId?: string;
  requestId?: string;
  contentHash?: string;
  isForged?: boolean;
}

export function receiptFor(decision: RecordedDecision, changes: ReceiptChanges = {}): Receipt {
  const { isForged = false, ...fields } = changes;
  const { requestId: request, requestVersion } = JSON.parse(decision.content) as DecisionContent;
  const text = JSON.stringify({
    protocol: 1,
    decisionId: decision.id,
    requestId: request,
    contentHash: createHash('sha256').update(decision.content).digest('hex'),
    serverSequence: 7,
    requestVersion: requestVersion + 1,
    acceptedAt: later,
    ...fields,
  });
  const key = isForged ? stranger.privateKey : server.privateKey;
  return { text, signature: sign(null, Buffer.from(text), key).toString('base64') };
}

export function accepted(decision: RecordedDecision, changes: ReceiptChanges = {}): PushAnswerItem {
  return { id: decision.id, result: 'accepted', receipt: receiptFor(decision, changes) };
}

/** What the server signs to make this device leave; `statedAt` past `sendUntil` says that nothing is taken any more. */
export function leaveOrderWith(changes: Partial<LeaveOrderContent> = {}, isForged = false): LeaveOrder {
  const text = JSON.stringify({
    protocol: 1,
    statement: 'leave',
    deviceId: identity.deviceId,
    why: 'device-revoked',
    since: at,
    sendUntil: '2026-11-04T07:00:00.000Z',
    statedAt: later,
    ...changes,
  });
  const key = isForged ? stranger.privateKey : server.privateKey;
  return { text, signature: sign(null, Buffer.from(text), key).toString('base64') };
}

export function conflict(decision: RecordedDecision, present: unknown): PushAnswerItem {
  return { id: decision.id, result: 'conflict', reason: 'changed-since', present };
}

export function refused(decision: RecordedDecision): PushAnswerItem {
  const message = 'Sample refusal';
  return { id: decision.id, result: 'refused', reason: 'outcome-not-allowed', message, linkTaken: true };
}

/** Records, seals and marks as sent. */
export async function sendDecision(store: Store, decision: RecordedDecision): Promise<void> {
  const done = await store.recordDecision(decision);
  if (!done.ok) throw new Error(done.error.kind);
  await store.sealDecisions({ ids: [decision.id] }, later);
  await store.markSent([decision.id], later);
}
