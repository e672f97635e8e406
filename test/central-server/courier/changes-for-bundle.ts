import { courierLimits } from '../../../shared/courier/bundle.ts';
import type { ServerContext } from '../context.ts';
import { feedStart, parseCursor } from '../feed/cursor.ts';
import { isKnownPlace, readFeedPage } from '../feed/read-page.ts';

export interface BundleChanges {
  lines: string[];
  from: string | null;
  to: string;
  startsOver: boolean;
  remaining: number;
}

/** What a district's desk has not seen yet, as whole pages of the feed, as much as one file takes. */
export async function changesForBundle(
  { database, identity }: ServerContext,
  districtId: string,
  told: string | null,
): Promise<BundleChanges> {
  const parsed = told === null ? null : parseCursor(told, identity.feed);
  const known = parsed !== null && (await isKnownPlace(database, parsed)) ? parsed : null;
  const lines: string[] = [];
  let bytes = 0;
  let place = known ?? feedStart(identity.feed);
  for (;;) {
    const page = await readFeedPage(database, districtId, place, 500);
    lines.push(...page.lines);
    bytes += page.lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    if (page.remaining === 0 || bytes > courierLimits.changesBytes) {
      const from = known === null ? null : told;
      return { lines, from, to: page.cursor, startsOver: known === null, remaining: page.remaining };
    }
    place = parseCursor(page.cursor, identity.feed) ?? place;
  }
}
