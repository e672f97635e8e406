import { z } from 'zod';
import { instant, isoDate } from '../domain/values.ts';
import { linkFault } from '../network/link-fault.ts';
import { pullState } from './pull-state.ts';

/** What stopped the last attempt; null when it went through. Offline is a state, not an error. */
export const syncProblem = z.enum([
  'offline',
  ...linkFault.options,
  'server-nonsense',
  'server-failed',
  'device-revoked',
  'not-authorised',
  'disk-full',
  /** The server does not take this device's chain: decisions stay unsent until it is repaired. */
  'chain-broken',
  /** The store did not take it for another reason; the failure log has it. */
  'storage-failed',
]);
export type SyncProblem = z.infer<typeof syncProblem>;

/** The whole truth of the sync, as the strip shows it. Counts come from the vault, never from memory. */
export const syncStatus = z.object({
  step: z.enum(['idle', 'connecting', 'sending', 'receiving', 'fetching-scans', 'sending-scans', 'waiting']),
  problem: syncProblem.nullable(),
  /** Of a fault of the office's network: the proxy, the issuer, or the host. Absent where nobody knows it. */
  problemDetail: z.string().optional(),
  lastContactAt: instant.nullable(),
  lastCompleteAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  /** Of the step that runs now; `total` is null where nobody knows it. */
  progress: z.object({ items: z.int(), totalItems: z.int().nullable(), bytes: z.int() }).nullable(),
  /** Recorded but still within their grace period. */
  undoable: z.int(),
  /** Sealed or sent, and without an answer. */
  unsent: z.int(),
  /** Acts about transfers that the server has not answered. */
  unsentActs: z.int(),
  refused: z.int(),
  conflicted: z.int(),
  /** Scans of open requests that are not here, whatever they wait for: as many as the outbox lists. */
  scansMissing: z.int(),
  /** Of `scansMissing`: those that an officer has to mask by hand. The sync has nothing more to do for them. */
  scansByHand: z.int(),
  /** Scans that were taken in here and that the server does not have yet, or still has though they were taken back. */
  uploadsUnsent: z.int(),
  /** Scans and acts that failed as often as they are tried by themselves: they wait for a hand. */
  parked: z.int(),
  /** Of `parked`: acts that `unsentActs` counts, and scans that `scansMissing` counts. */
  parkedActs: z.int(),
  parkedScans: z.int(),
  /** Until then no scan comes by itself, because the office's data limit is used up; null while scans may come. */
  scansWaitUntil: instant.nullable(),
  /** The limit that is used up, the longer one of two; null while scans may come. */
  limitUsedUp: z.enum(['hour', 'day']).nullable(),
  pull: pullState,
  /** Nothing can be sealed before the server has said where this device's chain stands. */
  chainDoubt: z.boolean(),
  /** Items that came and could not be understood: carried, and named. */
  setAside: z.int(),
  /** Bytes on the wire today (in India), those before a restart too. */
  bytesReceived: z.int(),
  bytesSent: z.int(),
  today: isoDate,
  /** Minutes by which this PC's clock is ahead of the server's (negative: behind); null while tolerable or unknown. */
  skewMinutes: z.int().nullable(),
  /** False when the PC was started anew since the server last answered: its time is an estimate until then. */
  isTimeSure: z.boolean(),
});
export type SyncStatus = z.infer<typeof syncStatus>;
