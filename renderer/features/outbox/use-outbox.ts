import { useCallback, useState } from 'react';
import type { SetAsideItem } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { ItemKind, ItemState, ItemTotals, OutboxItem } from '../../../shared/ipc/views/outbox.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { call } from '../../app/bridge.ts';
import { readNeeded, type NeededRequests } from './read-needed.ts';
import { useReading, type Reading } from '../../app/use-reading.ts';

export interface Outbox {
  totals: ItemTotals;
  /** Those that may still be undone or sealed. */
  recorded: OutboxItem[];
  setAside: SetAsideItem[];
  needed: NeededRequests;
}

/** Rows drawn at once; more come when they are asked for, so that ten thousand cost no more than these. */
export const rowsAtOnce = 100;

/** More than an office decides between two sign-offs. */
const mostRecorded = 2000;

/** The outbox as the vault has it, read again after every change of a decision and of the sync. */
export function useOutbox(): Reading<Outbox> {
  return useReading(readOutbox);
}

async function readOutbox(): Promise<Result<Outbox, DeskError>> {
  const [totals, recorded, setAside] = await Promise.all([
    call('outbox.totals', undefined),
    call('outbox.decisions', { state: 'recorded', limit: mostRecorded }),
    call('sync.setAside', undefined),
  ]);
  if (!totals.ok) return totals;
  if (!recorded.ok) return recorded;
  if (!setAside.ok) return setAside;
  const needed = await readNeeded(totals.value);
  if (!needed.ok) return needed;
  return ok({
    totals: totals.value,
    recorded: recorded.value,
    setAside: setAside.value,
    needed: needed.value,
  });
}

export interface ItemsAsked {
  /** Null: however they stand. */
  state: ItemState | null;
  limit: number;
}

export interface ItemTableProps<Kind extends ItemKind> {
  counts: ItemTotals[Kind];
  /** How those stand that are shown at first; null: however they stand. */
  first: ItemState | null;
}

type ReadItems<Item> = (asked: ItemsAsked) => Promise<Result<Item[], DeskError>>;

export interface ItemPage<Item> extends Reading<Item[]> {
  /** Null: however they stand. */
  state: ItemState | null;
  show: (state: ItemState | null) => void;
  more: () => void;
}

/**
 * The first rows of one kind of items, as they stand in the vault.
 * @param list the same function each time.
 * @param first how those stand that are shown at first; null: however they stand.
 */
export function useItems<Item>(list: ReadItems<Item>, first: ItemState | null): ItemPage<Item> {
  const [asked, ask] = useState<ItemsAsked>({ state: first, limit: rowsAtOnce });
  const reading = useReading(useCallback(() => list(asked), [list, asked]));
  return {
    ...reading,
    state: asked.state,
    show: (chosen) => {
      ask({ state: chosen, limit: rowsAtOnce });
    },
    more: () => {
      ask((before) => ({ ...before, limit: before.limit + rowsAtOnce }));
    },
  };
}
