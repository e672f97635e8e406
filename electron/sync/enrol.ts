import { createPublicKey } from 'node:crypto';
import {
  enrolAnswer,
  healthAnswer,
  type EnrolAnswer,
  type EnrolRequest,
} from '../../shared/sync/protocol.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { fail, unreachable, type Result } from '../../shared/result.ts';
import { checkServerUrl } from './base-url.ts';
import { httpTransport, type Fetch } from './http-transport.ts';
import type { SyncFailure } from './sync-failure.ts';

export type Enrol = (serverUrl: string, request: EnrolRequest) => Promise<Result<EnrolAnswer, DeskError>>;

const patience = { answer: 15_000, idle: 15_000 };

/**
 * Binds this PC to an officer, once. Asks first whether there is a central server at all, so that an activation code
 * is never handed to a login page. Asked again with the same code and keys, the server answers as before: an answer
 * that was lost costs nothing.
 */
export async function enrolAt(
  serverUrl: string,
  request: EnrolRequest,
  fetch: Fetch = globalThis.fetch,
): Promise<Result<EnrolAnswer, DeskError>> {
  const baseUrl = checkServerUrl(serverUrl);
  if (!baseUrl.ok) return fail({ kind: 'invalid-input', path: 'serverUrl' });
  const transport = httpTransport({ baseUrl: baseUrl.value, fetch, patience });
  const { signal } = new AbortController();
  const health = await transport.call({ path: '/v1/health', schema: healthAnswer, signal });
  if (!health.ok) return fail(deskErrorOf(health.error));
  const answer = await transport.call({ path: '/v1/enrol', body: request, schema: enrolAnswer, signal });
  if (!answer.ok) return fail(deskErrorOf(answer.error));
  const fault = faultOf(answer.value);
  return fault === null ? answer : fail({ kind: 'server-nonsense', detail: fault });
}

/** What would be pinned for good and make every receipt, or every decision, wrong. */
function faultOf({ serverKey, officer, district }: EnrolAnswer): string | null {
  if (!isSigningKey(serverKey)) return 'serverKey';
  return officer.districtId === district.id ? null : 'district';
}

function isSigningKey(publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** What an officer is told who waits for the server's answer. */
export function deskErrorOf(failure: SyncFailure): DeskError {
  switch (failure.kind) {
    case 'offline':
    case 'stopped':
      return { kind: 'server-unreachable' };
    case 'proxy-unreachable':
    case 'proxy-auth':
    case 'proxy-refused':
    case 'certificate-untrusted':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-wrong-host':
    case 'server-nonsense':
    case 'server-failed':
      return { kind: failure.kind, detail: failure.detail };
    case 'activation-code-wrong':
    case 'activation-code-used':
    case 'device-revoked':
      return { kind: failure.kind };
    case 'not-found':
      return { kind: 'server-nonsense', detail: failure.detail };
    case 'bad-request':
    case 'not-authorised':
    case 'cursor-unknown':
    case 'too-large':
      return { kind: 'server-failed', detail: failure.kind };
    default:
      return unreachable(failure);
  }
}
