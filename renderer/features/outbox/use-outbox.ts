import { useEffect, useState } from 'react';
import type { OutboxItem, SetAsideItem } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call, on } from '../../app/bridge.ts';

/** A running sync tells of itself many times a second; the list is read again at most this often. */
const quietMs = 200;

export interface Outbox {
  items: OutboxItem[];
  setAside: SetAsideItem[];
}

export interface OutboxReading {
  /** Null until the first answer. */
  outbox: Outbox | null;
  /** Of the last attempt to read; the list shown is then the one before. */
  error: DeskError | null;
  reload: () => void;
}

/** The outbox as the vault has it, read again after every change of a decision and of the sync. */
export function useOutbox(): OutboxReading {
  const [reading, setReading] = useState<Omit<OutboxReading, 'reload'>>({ outbox: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void readOutbox().then((result) => {
      if (!isCurrent) return;
      setReading((before) =>
        result.ok ? { outbox: result.value, error: null } : { outbox: before.outbox, error: result.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [turn]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = null;
        setTurn((before) => before + 1);
      }, quietMs);
    };
    const stops = [on('feed', again), on('sync', again)];
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
  const reload = () => {
    setTurn((before) => before + 1);
  };
  return { ...reading, reload };
}

async function readOutbox() {
  const [items, setAside] = await Promise.all([
    call('outbox.list', undefined),
    call('sync.setAside', undefined),
  ]);
  if (!items.ok) return items;
  if (!setAside.ok) return setAside;
  return { ok: true as const, value: { items: items.value, setAside: setAside.value } };
}
