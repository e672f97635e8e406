import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import type { ItemTotals } from '../../../shared/ipc/views/outbox.ts';

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
    { name: 'parked', count: totals.act.parked + totals.scan.parked + totals.upload.parked },
    { name: 'hand', count: totals.scan.hand },
    // Without a link only a stick brings the server's word.
    { name: 'chain-doubt', count: status?.chainDoubt === true ? status.undoable : 0 },
  ] as const;
  return [
    ...(problem === undefined ? [] : [{ name: problem, count: 0, detail: status?.problemDetail ?? '' }]),
    ...counted.filter(({ count }) => count > 0),
  ];
}
