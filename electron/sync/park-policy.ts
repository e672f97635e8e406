import { unreachable } from '../../shared/result.ts';
import { longestWait } from '../storage/longest-wait.ts';
import type { MaskFailure } from '../storage/store.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Half as long again with the jitter. */
const longest = longestWait.item / 1.5;

/** Faults of its own after which an act is parked: about two hours of tries. */
const actFaultsBeforeParked = 8;

/**
 * Milliseconds until a scan that failed is tried again; null: it is parked, and comes again only by hand.
 * @param faults of its own so far, this one counted.
 * @param random 0 … 1: half as long up to half as long again, so that what failed together does not come together.
 */
export function scanDelay(why: MaskFailure, faults: number, random: () => number): number | null {
  const { first, most } = patienceFor(why);
  return faults >= most ? null : doubled(first, faults, random);
}

/** As `scanDelay`, for an act about a transfer that the server cannot take. */
export function actDelay(faults: number, random: () => number): number | null {
  return faults >= actFaultsBeforeParked ? null : doubled(minute, faults, random);
}

function doubled(first: number, faults: number, random: () => number): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, faults - 1));
  return Math.round(full * (0.5 + random()));
}

/** The first wait, and the faults at which it is parked. */
function patienceFor(why: MaskFailure): { first: number; most: number } {
  switch (why) {
    // Another try may go better, a few times.
    case 'wrong-hash':
    case 'process-died':
    case 'too-slow':
    case 'cancelled':
      return { first: 10 * minute, most: 3 };
    // Not its own fault: it is never parked for that.
    case 'busy':
    case 'no-link':
      return { first: minute, most: Infinity };
    // The server may get it yet: a day of tries.
    case 'not-found':
      return { first: hour, most: 6 };
    // Over most of a day, so that an evening on which the server was ill parks nothing.
    case 'server-failed':
      return { first: 10 * minute, most: 8 };
    // The name proves the bytes: asking again brings the same ones.
    case 'not-an-image':
    case 'too-large':
    case 'empty':
    case 'unreadable':
    case 'too-many-pixels':
    case 'too-many-pages':
    case 'not-a-document':
    case 'content-differs-from-name':
    case 'damaged':
    case 'locked':
    case 'wrong-share-code':
    case 'share-code-needed':
    // An officer must draw the box.
    case 'wants-hand':
    case 'still-readable':
      return { first: 0, most: 0 };
    default:
      return unreachable(why);
  }
}
