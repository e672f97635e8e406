import { localScanId } from '../../../shared/domain/documents/local-scan.ts';
import { blobHash } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { documentKind, type MigrationRequest } from '../../../shared/domain/request.ts';
import { transferActId } from '../../../shared/domain/transfer/transfer-act.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import {
  itemState,
  type ItemState,
  type ItemTotals,
  type ListedAct,
  type ListedDecision,
  type ListedScan,
  type ListedUpload,
} from '../../../shared/ipc/views/outbox.ts';
import { fail, ok } from '../../../shared/result.ts';
import { tellSync, type FakeDesk } from './fake-handlers.ts';
import type { FakeVault } from './fake-vault.ts';

export interface FakeItems {
  acts: ListedAct[];
  scans: ListedScan[];
  uploads: ListedUpload[];
}

const failures = [
  { shown: 'under-way', why: null, attempts: 0 },
  { shown: 'waiting', why: null, attempts: 0 },
  { shown: 'waiting', why: 'no-link', attempts: 2 },
  { shown: 'parked', why: 'wrong-hash', attempts: 3 },
  { shown: 'parked', why: 'not-found', attempts: 6 },
  { shown: 'parked', why: 'damaged', attempts: 1 },
  { shown: 'hand', why: 'wants-hand', attempts: 1 },
] as const;

/** Scans and acts in every state; beyond these so many scans that wait. */
export function sampleItems(vault: FakeVault, now: number, waiting: number): FakeItems {
  const requests = [...vault.requests.values()];
  const scans = Array.from({ length: failures.length + waiting }, (_, nth): ListedScan => {
    const { shown, why, attempts } = failures[nth] ?? failures[1];
    return {
      hash: blobHash.parse(nth.toString(16).padStart(64, '0')),
      ...factsOf(requests[nth % requests.length]),
      kind: documentKind.options[nth % documentKind.options.length] ?? null,
      size: 180_000 + nth * 977,
      ...{ shown, why, attempts },
      failedAt: why === null ? null : instantOf(now - 900_000),
      nextTryAt: shown === 'waiting' && why !== null ? instantOf(now + 540_000) : null,
    };
  });
  const act = (nth: number, changes: Partial<ListedAct>): ListedAct => ({
    id: transferActId.parse(`0193a0c0-0000-7000-9100-${String(nth).padStart(12, '0')}`),
    ...factsOf(requests[nth + 40]),
    ...{ kind: 'acknowledge', shown: 'waiting', at: instantOf(now - nth * 600_000), attempts: 0 },
    ...{ nextTryAt: null, lastError: null, answer: null },
    ...changes,
  });
  const acts = [
    act(1, {}),
    act(2, { shown: 'parked', attempts: 8, lastError: 'server-failed: internal' }),
    act(3, { kind: 'follow-up-done', shown: 'refused', attempts: 1, answer: 'nothing-to-do' }),
    act(4, { shown: 'accepted', attempts: 1 }),
  ];
  const upload = (nth: number, changes: Partial<ListedUpload>): ListedUpload => ({
    id: localScanId.parse(`0193a0c0-0000-7000-9200-${String(nth).padStart(12, '0')}`),
    ...factsOf(requests[nth + 20]),
    ...{ kind: 'permission', size: 240_000, shown: 'waiting', attempts: 0, why: null },
    ...{ withdraws: false, failedAt: null, nextTryAt: null },
    ...changes,
  });
  const uploads = [
    upload(1, { shown: 'under-way' }),
    upload(6, { withdraws: true }),
    upload(2, { why: 'offline: reset', attempts: 2, failedAt: instantOf(now - 600_000) }),
    upload(3, { shown: 'parked', why: 'not-masked', attempts: 1, failedAt: instantOf(now - 900_000) }),
    upload(4, { shown: 'refused', why: 'not-your-district', attempts: 1 }),
    upload(5, { shown: 'accepted' }),
  ];
  return { acts, scans, uploads };
}

function factsOf(request: MigrationRequest | undefined) {
  if (!request) throw new Error('Too few sample requests');
  const { id: requestId, requestNo, kioskCode, centreName } = request;
  return { requestId, requestNo, kioskCode, centreName };
}

type Calls = Extract<keyof Handlers, `outbox.${string}`>;

export function fakeItems(desk: FakeDesk): Pick<Handlers, Calls> {
  const { vault, items } = desk;
  const decisions = () => decisionsOf(vault);
  const again = <Item extends ListedAct | ListedScan | ListedUpload>(item: Item): Item =>
    item.shown === 'parked' ? { ...item, shown: 'waiting', attempts: 0, why: null, lastError: null } : item;
  const retry = (isMeant: (item: { id?: string; hash?: string }) => boolean) => {
    items.acts = items.acts.map((act) => (isMeant(act) ? again(act) : act));
    items.scans = items.scans.map((scan) => (isMeant(scan) ? again(scan) : scan));
    items.uploads = items.uploads.map((upload) => (isMeant(upload) ? again(upload) : upload));
    tellSync(desk);
  };
  return {
    'outbox.totals': async () => ok(fakeTotals(desk)),
    'outbox.receipt': async ({ decisionId }) =>
      vault.decisions.get(decisionId)?.receipt
        ? ok({ isProven: true, keySha256: 'c4'.repeat(32), checkedAt: instantOf(desk.now()) })
        : fail({ kind: 'not-found' }),
    'outbox.decisions': async (page) => ok(pageOf(decisions(), page)),
    'outbox.acts': async (page) => ok(pageOf(items.acts, page)),
    'outbox.scans': async (page) => ok(pageOf(items.scans, page)),
    'outbox.uploads': async (page) => ok(pageOf(items.uploads, page)),
    'outbox.retry': async ({ id }) => {
      retry((item) => item.id === id || item.hash === id);
      return ok(undefined);
    },
    'outbox.retryAll': async () => {
      retry(() => true);
      return ok(undefined);
    },
  };
}

export function fakeTotals({ vault, items }: Pick<FakeDesk, 'vault' | 'items'>): ItemTotals {
  return {
    decision: totalsOf(decisionsOf(vault)),
    act: totalsOf(items.acts),
    scan: totalsOf(items.scans),
    upload: totalsOf(items.uploads),
  };
}

/** The newest in front. */
function decisionsOf(vault: FakeVault): ListedDecision[] {
  return [...vault.decisions.values()]
    .filter(({ state }) => state !== 'undone')
    .map(listed)
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt));
}

function listed({
  reasonCodes: _codes,
  remarks: _remarks,
  verdicts: _verdicts,
  pins: _pins,
  ...item
}: ListedFrom) {
  const shown = item.state === 'sealed' ? 'waiting' : itemState.parse(item.state);
  return { ...item, shown, behind: null };
}

type ListedFrom = FakeVault['decisions'] extends Map<unknown, infer Kept> ? Kept : never;

function totalsOf(all: readonly { shown: ItemState }[]): ItemTotals['act'] {
  const none = Object.fromEntries(itemState.options.map((state) => [state, 0])) as ItemTotals['act'];
  for (const { shown } of all) none[shown] += 1;
  return none;
}

function pageOf<Item extends { shown: ItemState }>(
  all: readonly Item[],
  { state, limit }: { state: ItemState | null; limit: number },
): Item[] {
  return all.filter(({ shown }) => state === null || shown === state).slice(0, limit);
}
