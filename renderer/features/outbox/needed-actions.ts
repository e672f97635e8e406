import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { parkedItems } from '../../../shared/ipc/open-items.ts';
import type { ItemKind, ItemState, ItemTotals } from '../../../shared/ipc/views/outbox.ts';

import { unreachable } from '../../../shared/result.ts';
import type { NeededList } from './read-needed.ts';

type Problem = NonNullable<SyncStatus['problem']>;

/** What of the sync does not go on by itself: somebody has to do something. `count` is 0 where nothing is counted. */
export interface NeededAction {
  name: 'refused' | 'conflicted' | 'parked' | 'hand' | 'chain-doubt' | (typeof problemsForPeople)[number];
  count: number;
  /** Of a fault of the office's network; empty where nobody knows it. */
  detail?: string;
}

/** A broken link and a server that fails mend themselves, or others mend them. */
export const problemsForPeople = [
  'proxy-auth',
  'proxy-refused',
  'certificate-untrusted',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-host',
  'server-nonsense',
  'device-revoked',
  'not-authorised',
  'disk-full',
  'chain-broken',
  'storage-failed',
] as const satisfies Problem[];

export function neededActions(status: SyncStatus | null, totals: ItemTotals): NeededAction[] {
  const problem = problemsForPeople.find((name) => name === status?.problem);
  const counted = [
    { name: 'refused', count: status?.refused ?? 0 },
    { name: 'conflicted', count: status?.conflicted ?? 0 },
    { name: 'parked', count: parkedItems(totals) },
    { name: 'hand', count: totals.scan.hand },
    // Without a link only a stick brings the server's word.
    { name: 'chain-doubt', count: status?.chainDoubt === true ? status.undoable : 0 },
  ] as const;
  return [
    ...(problem === undefined ? [] : [{ name: problem, count: 0, detail: status?.problemDetail ?? '' }]),
    ...counted.filter(({ count }) => count > 0),
  ];
}

/** Where it is done: in the requests that it is about, on one screen, or nowhere in this app. */
export function wayOf(name: NeededAction['name']): 'requests' | 'settings' | 'courier' | null {
  switch (name) {
    case 'refused':
    case 'conflicted':
    case 'parked':
    case 'hand':
      return 'requests';
    case 'proxy-auth':
    case 'certificate-untrusted':
      return 'settings';
    case 'chain-doubt':
      return 'courier';
    case 'proxy-refused':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-wrong-host':
    case 'server-nonsense':
    case 'device-revoked':
    case 'not-authorised':
    case 'disk-full':
    case 'chain-broken':
    case 'storage-failed':
      return null;
    default:
      return unreachable(name);
  }
}

interface FoundIn {
  name: NeededList;
  items: { kind: ItemKind; state: ItemState };
}

/** In which list it is found; null for what is about no items. */
export function listOf(name: NeededAction['name'], { scan, act }: ItemTotals): FoundIn | null {
  if (name === 'refused' || name === 'conflicted') return { name, items: { kind: 'decision', state: name } };
  if (name === 'hand') return { name, items: { kind: 'scan', state: 'hand' } };
  if (name !== 'parked') return null;
  return { name, items: { kind: parkedKind(scan.parked, act.parked), state: 'parked' } };
}

function parkedKind(scans: number, acts: number): ItemKind {
  if (scans > 0) return 'scan';
  return acts > 0 ? 'act' : 'upload';
}
