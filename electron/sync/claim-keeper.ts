import { claimAnswer, type Claim, type ClaimRequest } from '../../shared/sync/claims.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { VaultIdentity } from '../storage/store.ts';
import { checkServerUrl } from './base-url.ts';
import { readingOf } from './clock-reading.ts';
import type { Clock } from './engine.ts';
import { httpTransport, type Fetch } from './http-transport.ts';
import { serverSession, type ServerSession } from './server-session.ts';
import { sumOfBytes, type Bytes } from './traffic-meter.ts';
import type { Transport } from './transport.ts';
import { trustedTime } from './trusted-time.ts';

/** Milliseconds. A link that does not answer by then is none for this purpose. */
const usualPatience = 3_000;

/** A quarter of the lease that the reference server gives: three renewals may fail before it ends. */
const renewMilliseconds = 5 * 60_000;

type ClaimIdentity = Pick<VaultIdentity, 'serverUrl' | 'deviceId' | 'deviceKey'>;

export interface ClaimKeeperOptions {
  clock: Clock;
  fetch?: Fetch;
  /** Milliseconds for the whole of a question, where it differs from the usual. */
  patience?: number;
}

/**
 * Tells the server on which request this desk works, as long as its review is open, and gives it back. One request at a
 * time. It has connections of its own: a claim never waits for the sync, and the sync never for a claim. Without a link
 * nothing happens: a claim is advice.
 */
export interface ClaimKeeper {
  /**
   * Takes the lease, renews it until it is given back, and gives back the one before.
   * @returns another device's claim; null where there is none or nothing is known.
   */
  hold(identity: ClaimIdentity, requestId: RequestId): Promise<Claim | null>;
  /** Resolves when the server was told, or could not be. @param requestId only if it is this one that is held. */
  release(requestId?: RequestId): Promise<void>;
  /** Bytes of its connections since the app was started. */
  traffic(): Bytes;
}

interface Held {
  identity: ClaimIdentity;
  requestId: RequestId;
  stopRenewing: () => void;
}

export function claimKeeper(options: ClaimKeeperOptions): ClaimKeeper {
  const { clock, fetch = globalThis.fetch, patience = usualPatience } = options;
  const roads = new Map<string, Road>();
  let held: Held | null = null;
  /** One call after the other: a hold that arrived after its release would stay until the lease ends. */
  let last: Promise<unknown> = Promise.resolve();

  function ask(identity: ClaimIdentity, request: ClaimRequest): Promise<Claim | null> {
    const asked = last.then(() => askOn(roadOf(identity), identity, request, patience));
    last = asked.catch(() => undefined);
    return asked;
  }

  function roadOf(identity: ClaimIdentity): Road | null {
    const key = `${identity.serverUrl} ${identity.deviceId}`;
    const known = roads.get(key);
    if (known) return known;
    const road = makeRoad(identity, { clock, fetch, patience });
    if (road) roads.set(key, road);
    return road;
  }

  function keepRenewing(identity: ClaimIdentity, requestId: RequestId): () => void {
    let stop: () => void;
    const again = () => {
      stop = clock.setTimer(renewMilliseconds, () => {
        void ask(identity, { requestId, wish: 'hold' });
        again();
      });
    };
    again();
    return () => {
      stop();
    };
  }

  async function release(requestId?: RequestId): Promise<void> {
    const before = held;
    if (before === null || (requestId !== undefined && requestId !== before.requestId)) return;
    held = null;
    before.stopRenewing();
    await ask(before.identity, { requestId: before.requestId, wish: 'release' });
  }

  return {
    async hold(identity, requestId) {
      if (held !== null && held.requestId !== requestId) void release();
      held?.stopRenewing();
      held = { identity, requestId, stopRenewing: keepRenewing(identity, requestId) };
      return ask(identity, { requestId, wish: 'hold' });
    },
    release,
    traffic: () => sumOfBytes([...roads.values()].map(({ transport }) => transport.traffic())),
  };
}

interface Road {
  transport: Transport;
  session: ServerSession;
}

function makeRoad(
  identity: ClaimIdentity,
  { clock, fetch, patience }: Required<ClaimKeeperOptions>,
): Road | null {
  const baseUrl = checkServerUrl(identity.serverUrl);
  if (!baseUrl.ok) return null;
  const transport = httpTransport({
    baseUrl: baseUrl.value,
    fetch,
    patience: { answer: patience, idle: patience, whole: patience },
  });
  const time = trustedTime(readingOf(clock));
  return { transport, session: serverSession({ transport, identity, time, now: () => clock.now() }) };
}

/** Another device's claim; every failure is the same as having heard nothing. */
async function askOn(
  road: Road | null,
  { deviceId }: ClaimIdentity,
  body: ClaimRequest,
  patience: number,
): Promise<Claim | null> {
  if (road === null) return null;
  const signal = AbortSignal.timeout(patience);
  const answer = await road.session.run(signal, (token) =>
    road.transport.call({ path: '/v1/claims', body, schema: claimAnswer, token, signal }),
  );
  const claim = answer.ok ? answer.value.claim : null;
  return claim?.deviceId === deviceId ? null : claim;
}
