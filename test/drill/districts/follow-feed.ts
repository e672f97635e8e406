import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../central-server/seed/random.ts';
import type { TestDevice } from '../../central-server/test-device.ts';

/** What one officer's PC has read of the feed. */
export interface Followed {
  districtId: string;
  /** The last that came of each request: its version, and whether it is gone from the district. */
  requests: Map<string, { version: number; removed: boolean }>;
  lines: number;
  /** Lines that show another district's request. */
  foreign: number;
  /** Lines that went back behind what was read already. */
  older: number;
}

const pageSizes = [50, 200, 500];

/**
 * Reads by cursor until `isDone` and nothing more comes; one page in twenty counts as lost on the way and is asked for
 * again.
 */
export async function followFeed(
  device: TestDevice,
  random: Random,
  isDone: () => boolean,
): Promise<Followed> {
  const { districtId } = device.enrolment.officer;
  const followed: Followed = { districtId, requests: new Map(), lines: 0, foreign: 0, older: 0 };
  let cursor: string | undefined;
  for (;;) {
    const isLast = isDone();
    const { lines, end } = await device.page(cursor, random.pick(pageSizes));
    if (random.chance(0.05)) continue;
    for (const { kind, id, version, removed, body } of lines) {
      if (kind !== 'request') continue;
      followed.lines += 1;
      if (removed !== true && districtOf(body) !== districtId) followed.foreign += 1;
      if (version <= (followed.requests.get(id)?.version ?? 0)) followed.older += 1;
      followed.requests.set(id, { version, removed: removed === true });
    }
    cursor = end.cursor;
    if (end.more) continue;
    if (isLast) return followed;
    await sleep(random.between(20, 200));
  }
}

function districtOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'districtId' in body ? body.districtId : null;
}
