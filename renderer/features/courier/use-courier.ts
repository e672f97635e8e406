import { useEffect, useState } from 'react';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type {
  CourierProgress,
  CourierReading,
  CourierState,
  CourierWritten,
} from '../../../shared/ipc/views/courier.ts';
import { call, on } from '../../app/bridge.ts';

/** What came of the last file of one direction. */
export type Outcome<Value> =
  { is: 'none' } | { is: 'cancelled' } | { is: 'failed'; error: DeskError } | { is: 'done'; value: Value };

export interface Courier {
  /** Null until the first answer. */
  state: CourierState | null;
  /** Why the state is not known. */
  error: DeskError | null;
  busy: 'write' | 'read' | null;
  progress: CourierProgress | null;
  written: Outcome<CourierWritten>;
  reading: Outcome<CourierReading>;
  write: () => Promise<void>;
  read: () => Promise<void>;
}

export function useCourier(): Courier {
  const [state, setState] = useState<CourierState | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [busy, setBusy] = useState<Courier['busy']>(null);
  const [progress, setProgress] = useState<CourierProgress | null>(null);
  const [written, setWritten] = useState<Courier['written']>({ is: 'none' });
  const [reading, setReading] = useState<Courier['reading']>({ is: 'none' });

  useEffect(() => on('courier', setProgress), []);
  useEffect(() => {
    let isCurrent = true;
    const refresh = () => {
      void call('courier.state', undefined).then((answer) => {
        if (!isCurrent) return;
        if (answer.ok) setState(answer.value);
        setError(answer.ok ? null : answer.error);
      });
    };
    refresh();
    // Whatever changes what would go along, or a file that was written or read, is told by one of these.
    const stops = [on('sync', refresh), on('feed', refresh)];
    return () => {
      isCurrent = false;
      for (const stop of stops) stop();
    };
  }, [busy]);

  return {
    ...{ state, error, busy, progress, written, reading },
    async write() {
      setProgress(null);
      setWritten({ is: 'none' });
      setBusy('write');
      const answer = await call('courier.write', undefined);
      setBusy(null);
      if (!answer.ok) setWritten({ is: 'failed', error: answer.error });
      else
        setWritten(answer.value.savedAs === null ? { is: 'cancelled' } : { is: 'done', value: answer.value });
    },
    async read() {
      setProgress(null);
      setReading({ is: 'none' });
      setBusy('read');
      const answer = await call('courier.read', undefined);
      setBusy(null);
      if (!answer.ok) setReading({ is: 'failed', error: answer.error });
      else setReading(answer.value === null ? { is: 'cancelled' } : { is: 'done', value: answer.value });
    },
  };
}
