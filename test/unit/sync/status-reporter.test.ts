import { expect, test } from 'vitest';
import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { statusReporter } from '../../../electron/sync/status-reporter.ts';

/** Timers that run when told; a reading that ends when told, numbered in the order in which they began. */
function bench() {
  const timers = new Map<number, () => void>();
  const readings: { end(): void; fail(): void }[] = [];
  const told: unknown[] = [];
  let nextTimer = 0;
  const clock = {
    now: () => 0,
    setTimer(_milliseconds: number, run: () => void) {
      const id = nextTimer++;
      timers.set(id, run);
      return () => void timers.delete(id);
    },
  };
  const read = () =>
    new Promise<SyncStatus>((resolve, reject) => {
      const number = readings.length + 1;
      readings.push({
        end: () => resolve(number as unknown as SyncStatus),
        fail: () => reject(new Error('closed')),
      });
    });
  const reporter = statusReporter(clock, read, (status) => told.push(status));
  const pass = async () => {
    const due = [...timers.values()];
    timers.clear();
    for (const run of due) run();
    await Promise.resolve();
  };
  const end = async (place: number, how: 'end' | 'fail' = 'end') => {
    readings[place]?.[how]();
    await new Promise(setImmediate);
  };
  return { reporter, readings, told, timers, pass, end };
}

test('the first change is read at once, what follows together when the pause is over', async () => {
  const { reporter, readings, told, pass, end } = bench();
  reporter.changed();
  expect(readings).toHaveLength(1);
  await end(0);
  expect(told).toEqual([1]);
  for (let change = 0; change < 5; change += 1) reporter.changed();
  expect(readings).toHaveLength(1);
  await pass();
  expect(readings).toHaveLength(2);
  await end(1);
  expect(told).toEqual([1, 2]);
  await pass();
  expect(readings).toHaveLength(2);
  reporter.changed();
  expect(readings).toHaveLength(3);
});

test('a change while a reading is under way is read after it, also when the reading failed', async () => {
  const { reporter, readings, told, pass, end } = bench();
  reporter.changed();
  reporter.changed();
  expect(readings).toHaveLength(1);
  await end(0, 'fail');
  expect(told).toEqual([]);
  await pass();
  expect(readings).toHaveLength(2);
  await end(1);
  expect(told).toEqual([2]);
});

test('nothing is told after the end, and no timer is left', async () => {
  const { reporter, readings, told, timers, end } = bench();
  reporter.progressed();
  reporter.changed();
  reporter.stop();
  await end(0);
  expect(told).toEqual([]);
  expect(timers.size).toBe(0);
  reporter.changed();
  reporter.progressed();
  expect(readings).toHaveLength(1);
});
