import { useEffect, useState } from 'react';
import type { DeskError } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import { onNews } from './on-news.ts';

export interface Reading<Value> {
  /** Null until the first answer. */
  value: Value | null;
  /** Of the last attempt to read; the value is then the one before. */
  error: DeskError | null;
  reload: () => void;
}

/** A list is read again at most this often. */
const quietMs = 200;

/**
 * What the vault has, read again after every change.
 * @param read the same function each time: another one is another question, and is asked at once.
 */
export function useReading<Value>(read: () => Promise<Result<Value, DeskError>>): Reading<Value> {
  const [reading, setReading] = useState<Omit<Reading<Value>, 'reload'>>({ value: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void read().then((result) => {
      if (!isCurrent) return;
      setReading((before) =>
        result.ok ? { value: result.value, error: null } : { value: before.value, error: result.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [read, turn]);
  const reload = () => {
    setTurn((before) => before + 1);
  };
  useEffect(() => onNews(quietMs, () => setTurn((before) => before + 1)), []);
  return { ...reading, reload };
}
