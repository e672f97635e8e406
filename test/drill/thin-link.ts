import { thinDay, type ThinDay } from '../simulation/thin-day.ts';
import type { DrillOptions } from './drill.ts';

export interface ThinLinkAccount extends Omit<ThinDay, 'decisions'> {
  count: number;
}

/** 32 kbit/s with a second's delay and 2% loss, on which one request in ten fails as well. */
const link = { bytesPerSecond: 4_000, delay: 1_000, loss: 0.02, faults: 0.1 };
const scans = { scans: 10, scanBytes: 60_000, uploads: 3, news: 650 };
const targetMs = 120_000;

/** A day's decisions (`count`) over the thinnest link that an office has. */
export async function thinLinkDrill(
  { count, seed }: DrillOptions,
  say: (line: string) => void,
): Promise<ThinLinkAccount> {
  say(
    `${count} decisions and ${scans.scans} scans down and ${scans.uploads} up of ${scans.scanBytes} bytes at 32 kbit/s: some minutes.`,
  );
  const { decisions, ...day } = await thinDay({ ...link, ...scans, seed, decisions: count });
  return { count: decisions, ...day };
}

export function holdsOnThinLink(day: ThinLinkAccount): boolean {
  const isWhole =
    day.lost === 0 && day.duplicated === 0 && day.scansMissing === 0 && day.uploadsMissing === 0;
  return isWhole && day.decisionsMs <= targetMs && day.scansBefore < scans.scans;
}
