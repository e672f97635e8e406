import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { openItemsOf } from '../../../shared/ipc/open-items.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Tone } from '../../ui/tone.ts';

export const countNames = [
  'undoable',
  'unsent',
  'unsentActs',
  'refused',
  'conflicted',
  'scansMissing',
  'scansByHand',
  'uploadsUnsent',
  'parked',
  'setAside',
] as const satisfies (keyof SyncStatus)[];
export type CountName = (typeof countNames)[number];

export type SyncState =
  | 'connecting'
  | 'sending'
  | 'receiving'
  | 'fetching-scans'
  | 'sending-scans'
  | NonNullable<SyncStatus['problem']>
  | 'never'
  | 'incomplete'
  | 'remaining'
  | 'complete';

/**
 * The one sentence of the strip. It says "complete" only when the last attempt went through to its end, nothing waits
 * to be sealed, sent, answered or fetched, and nothing was refused, contested or set aside. Scans that wait for an
 * officer's hand may do so for days, and are told beside it.
 */
export function syncState(status: SyncStatus): SyncState {
  switch (status.step) {
    case 'connecting':
    case 'sending':
    case 'receiving':
    case 'fetching-scans':
    case 'sending-scans':
      return status.step;
    case 'idle':
    case 'waiting':
      return restingState(status);
    default:
      return unreachable(status.step);
  }
}

function restingState(status: SyncStatus): SyncState {
  if (status.problem !== null) return status.problem;
  if (status.lastContactAt === null) return 'never';
  if (status.lastCompleteAt === null || status.lastCompleteAt < status.lastContactAt) return 'incomplete';
  return openCounts(status).every(({ name }) => name === 'scansByHand') ? 'complete' : 'remaining';
}

export interface Waiting {
  name: 'decisions' | 'acts' | 'scans';
  count: number;
}

/** What waits and goes on by itself, as an officer calls it; what is not there is left out. */
export function waitingOf(status: SyncStatus): Waiting[] {
  const { notSealed, unanswered, acts, scansToCome, scansToSend } = openItemsOf(goingOn(status));
  const all: Waiting[] = [
    { name: 'decisions', count: notSealed + unanswered },
    { name: 'acts', count: acts },
    { name: 'scans', count: scansToCome + scansToSend },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Counts that `waitingOf` adds up. */
const countsThatWait: readonly CountName[] = [
  'undoable',
  'unsent',
  'unsentActs',
  'scansMissing',
  'uploadsUnsent',
];

/** What of it does not go on by itself, or is told by no sentence. */
export function countsBeside(status: SyncStatus): ReturnType<typeof openCounts> {
  return openCounts(status).filter(({ name }) => !countsThatWait.includes(name));
}

/** The counts that are not zero, in the order of the strip. */
export function openCounts(status: SyncStatus): { name: CountName; count: number }[] {
  const counts = goingOn(status);
  return countNames.map((name) => ({ name, count: counts[name] })).filter(({ count }) => count > 0);
}

/** Without what has a count of its own: parked, or waiting for a hand. */
function goingOn(status: SyncStatus): SyncStatus {
  return {
    ...status,
    unsentActs: status.unsentActs - status.parkedActs,
    scansMissing: status.scansMissing - status.scansByHand - status.parkedScans,
  };
}

export function isRunning(state: SyncState): boolean {
  return ['connecting', 'sending', 'receiving', 'fetching-scans', 'sending-scans'].includes(state);
}

/** Offline is a state, not an error. */
export function stateTone(state: SyncState): Tone {
  switch (state) {
    case 'connecting':
    case 'sending':
    case 'receiving':
    case 'fetching-scans':
    case 'sending-scans':
    case 'remaining':
      return 'info';
    case 'complete':
      return 'good';
    case 'offline':
    case 'proxy-unreachable':
    case 'never':
      return 'neutral';
    case 'incomplete':
    case 'proxy-auth':
    case 'proxy-refused':
    case 'certificate-untrusted':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-wrong-host':
    case 'server-nonsense':
    case 'server-failed':
      return 'warn';
    case 'device-revoked':
    case 'not-authorised':
    case 'disk-full':
    case 'storage-failed':
    case 'chain-broken':
      return 'bad';
    default:
      return unreachable(state);
  }
}

export const countTone: Record<CountName, Tone> = {
  undoable: 'info',
  unsent: 'neutral',
  unsentActs: 'neutral',
  refused: 'bad',
  conflicted: 'bad',
  scansMissing: 'neutral',
  scansByHand: 'warn',
  uploadsUnsent: 'neutral',
  parked: 'warn',
  setAside: 'warn',
};
