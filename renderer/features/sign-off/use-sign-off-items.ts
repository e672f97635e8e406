import { useEffect, useState } from 'react';
import type { SignOffItem } from '../../../shared/ipc/views/sign-off.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call, on } from '../../app/bridge.ts';

/** A running sync tells of itself many times a second; the list is read again at most this often. */
const quietMs = 200;

export interface SignOffReading {
  /** Null until the first answer. */
  items: readonly SignOffItem[] | null;
  error: DeskError | null;
  reload: () => void;
}

/** The recorded decisions as the vault has them, read again after every change of one. */
export function useSignOffItems(): SignOffReading {
  const [reading, setReading] = useState<Omit<SignOffReading, 'reload'>>({ items: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void call('signOff.list', undefined).then((answer) => {
      if (!isCurrent) return;
      setReading((before) =>
        answer.ok ? { items: answer.value, error: null } : { items: before.items, error: answer.error },
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
