import type { OutboxItem, SetAsideItem } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { call } from '../../app/bridge.ts';
import { useReading, type Reading } from '../../app/use-reading.ts';

export interface Outbox {
  items: OutboxItem[];
  setAside: SetAsideItem[];
}

/** The outbox as the vault has it, read again after every change of a decision and of the sync. */
export function useOutbox(): Reading<Outbox> {
  return useReading(readOutbox);
}

async function readOutbox(): Promise<Result<Outbox, DeskError>> {
  const [items, setAside] = await Promise.all([
    call('outbox.list', undefined),
    call('sync.setAside', undefined),
  ]);
  if (!items.ok) return items;
  if (!setAside.ok) return setAside;
  return ok({ items: items.value, setAside: setAside.value });
}
