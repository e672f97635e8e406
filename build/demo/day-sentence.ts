import { dirname } from 'node:path';
import type { OfficersDay } from './walk-officers-day.ts';

type Counted = Pick<OfficersDay, 'pulled' | 'decidedOffline' | 'accepted' | 'lost' | 'screenshots'>;

/** Three decisions at least, all of them accepted, and none lost. */
export function isGoodDay({ decidedOffline, accepted, lost }: Counted): boolean {
  return lost === 0 && accepted === decidedOffline && decidedOffline >= 3;
}

/** How the day went, for whoever reads no JSON. */
export function daySentence(day: Counted): string {
  const { pulled, decidedOffline, accepted, lost, screenshots } = day;
  const verdict = isGoodDay(day) ? 'The day ended well' : 'The day did not end as it should';
  const counts = `${pulled} requests pulled, ${decidedOffline} decided without a link, ${accepted} accepted by the central server, ${lost} lost`;
  const [first] = screenshots;
  const pictures =
    first === undefined ? 'No pictures were taken.' : `${screenshots.length} pictures: ${dirname(first)}`;
  return `${verdict}: ${counts}. ${pictures}`;
}
