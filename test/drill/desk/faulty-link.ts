import type { Fetch } from '../../../electron/sync/http-transport.ts';
import type { Chance } from '../../simulation/random.ts';

export const linkFaults = ['drop', 'drop-answer', 'double', 'delay', 'time-out', 'reorder', 'cut'] as const;
export type LinkFault = (typeof linkFaults)[number];

/** The road to the server, as real HTTP, on which requests and answers get lost, doubled, late or cut. */
export interface FaultyLink {
  fetch: Fetch;
  /** How often each happened. */
  readonly count: Record<LinkFault, number>;
  total(): number;
  /** Delivers what is still on its way, and is well from now on. */
  calmDown(): Promise<void>;
}

/**
 * @param patience milliseconds after which the desk gives up on an answer: some delays are longer.
 * @param next what happens to the next request, null for nothing.
 */
export function faultyLink(chance: Chance, patience: number, next: () => LinkFault | null): FaultyLink {
  const count: FaultyLink['count'] = {
    ...{ drop: 0, 'drop-answer': 0, double: 0, delay: 0 },
    ...{ 'time-out': 0, reorder: 0, cut: 0 },
  };
  let isCalm = false;
  /** Copies that some proxy holds back, to be delivered after later requests. */
  let late: (() => Promise<void>)[] = [];

  async function deliverLate(): Promise<void> {
    const due = late;
    late = [];
    for (const deliver of due) await deliver();
  }

  async function pass(...[input, init]: Parameters<Fetch>): Promise<Response> {
    const fault = isCalm ? null : next();
    if (fault === null) return fetch(input, init);
    count[fault] += 1;
    const lasting = { ...init, signal: null };
    switch (fault) {
      case 'drop':
        throw new TypeError('fetch failed');
      case 'drop-answer':
        await readWhole(await fetch(input, lasting));
        throw new TypeError('fetch failed');
      case 'double':
        await readWhole(await fetch(input, lasting));
        return fetch(input, init);
      case 'delay':
        await sleep(chance.below(10));
        return fetch(input, init);
      case 'time-out':
        await readWhole(await fetch(input, lasting));
        await sleep(patience + 20);
        throw new TypeError('fetch failed');
      case 'reorder':
        late.push(async () => {
          await fetch(input, lasting).then(readWhole, () => null);
        });
        throw new TypeError('fetch failed');
      case 'cut':
        return cutShort(await fetch(input, lasting), chance);
    }
  }

  return {
    count,
    total: () => Object.values(count).reduce((sum, each) => sum + each, 0),
    async fetch(...args) {
      const held = late;
      late = [];
      try {
        return await pass(...args);
      } finally {
        // After the request that came later: that is what reordering means.
        for (const deliver of held) await deliver();
      }
    },
    async calmDown() {
      isCalm = true;
      await deliverLate();
    },
  };
}

async function readWhole(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

/** Some of the body's bytes, then a broken connection. */
async function cutShort(response: Response, chance: Chance): Promise<Response> {
  const bytes = await readWhole(response);
  const part = bytes.subarray(0, chance.below(bytes.length));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (part.length > 0) controller.enqueue(part);
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
