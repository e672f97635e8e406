import { create } from 'zustand';
import type { DaySummary } from '../../../shared/domain/day/day-summary.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';

interface DayStore {
  /** Null until the first answer. */
  summary: DaySummary | null;
  /** Of the last attempt to read; the summary shown is then the one before. */
  error: DeskError | null;
}

/** The office's day: the notices stand on every screen, so it is kept for the window and not for the screen. */
export const useDay = create<DayStore>()(() => ({ summary: null, error: null }));

let latest = 0;

/** Asks for the day again. Of two answers that overtake each other, the later question's stays. */
export async function readDay(): Promise<void> {
  latest += 1;
  const turn = latest;
  const answer = await call('day.summary', undefined);
  if (turn !== latest) return;
  useDay.setState(
    answer.ok
      ? { summary: answer.value, error: null }
      : { summary: useDay.getState().summary, error: answer.error },
  );
}
