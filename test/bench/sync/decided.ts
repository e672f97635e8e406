import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decisionContent } from '../../../shared/domain/decision.ts';
import { decisionId, deviceId } from '../../../shared/domain/ids.ts';
import type { PushAnswerItem } from '../../../shared/sync/protocol.ts';
import { signText } from '../../../electron/storage/signature.ts';
import type { RecordedDecision } from '../../../electron/storage/store.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { at, idOf } from './workload.ts';

/** Already past when the bench runs: the decisions are sealed in the preparation. */
export const sealedAt = '2026-10-05T07:20:00.000Z';

/** An approval of the n-th request, as an officer records it. */
export function decisionOf(n: number, officerKey: KeyObject): RecordedDecision {
  const content = JSON.stringify(
    decisionContent.parse({
      protocol: 1,
      id: decisionId.parse(`01997000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
      requestId: idOf(n),
      requestVersion: 1,
      districtId: sampleOffice.district.id,
      outcome: 'approve',
      reasonCodes: [],
      remarks: 'नमूना टिप्पणी',
      overrides: [],
      rules: [],
      checklist: [],
      officerId: sampleOffice.officer.id,
      deviceId: deviceId.parse('device-1'),
      recordedAt: at,
    }),
  );
  const { id } = decisionContent.parse(JSON.parse(content));
  return { id, content, officerSignature: signText(officerKey, content), sealsAt: at };
}

/** The server's answer with a receipt that it really signed. */
export function acceptedAnswer(decision: RecordedDecision, n: number, serverKey: KeyObject): PushAnswerItem {
  const text = JSON.stringify({
    protocol: 1,
    decisionId: decision.id,
    requestId: idOf(n),
    contentHash: createHash('sha256').update(decision.content, 'utf8').digest('hex'),
    serverSequence: n + 1,
    requestVersion: 2,
    acceptedAt: sealedAt,
  });
  return { id: decision.id, result: 'accepted', receipt: { text, signature: signText(serverKey, text) } };
}

export function signingKeys() {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return { privateKey: pair.privateKey, publicKey, pkcs8 };
}
