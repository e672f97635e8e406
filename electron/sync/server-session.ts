import { ok, type Result } from '../../shared/result.ts';
import { challengeAnswer, challengeText, sessionAnswer } from '../../shared/sync/protocol.ts';
import type { VaultIdentity } from '../storage/store.ts';
import { privateKeyFrom, signText } from '../storage/signature.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';

/** The device's session with the server. The token lives in memory only; no password travels. */
export interface ServerSession {
  /** Runs `work` with a token; when the server no longer takes it, once more with a new one. */
  run<Value>(
    signal: AbortSignal,
    work: (token: string) => Promise<Result<Value, SyncFailure>>,
  ): Promise<Result<Value, SyncFailure>>;
  isOpen(): boolean;
}

export interface SessionParts {
  transport: Transport;
  identity: Pick<VaultIdentity, 'deviceId' | 'deviceKey'>;
  time: TrustedTime;
  now: () => number;
}

export function serverSession({ transport, identity, time, now }: SessionParts): ServerSession {
  let token: string | null = null;

  async function open(signal: AbortSignal): Promise<Result<string, SyncFailure>> {
    const { deviceId, deviceKey } = identity;
    const challenge = await transport.call({
      path: '/v1/session/challenge',
      body: { deviceId },
      schema: challengeAnswer,
      signal,
    });
    if (!challenge.ok) return challenge;
    const { nonce } = challenge.value;
    const sentAt = now();
    const session = await transport.call({
      path: '/v1/session',
      body: { deviceId, nonce, signature: signText(privateKeyFrom(deviceKey), challengeText(nonce)) },
      schema: sessionAnswer,
      signal,
    });
    if (!session.ok) return session;
    time.note(session.value.serverTime, sentAt);
    return ok(session.value.token);
  }

  return {
    isOpen: () => token !== null,
    async run(signal, work) {
      if (token !== null) {
        const answer = await work(token);
        if (answer.ok || answer.error.kind !== 'not-authorised') return answer;
        token = null;
      }
      const opened = await open(signal);
      if (!opened.ok) return opened;
      token = opened.value;
      const answer = await work(token);
      if (!answer.ok && answer.error.kind === 'not-authorised') token = null;
      return answer;
    },
  };
}
