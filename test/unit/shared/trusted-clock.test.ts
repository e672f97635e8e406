import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  anchoredAt,
  trustedMoment,
  type ClockReading,
  type KeptTime,
} from '../../../shared/domain/trusted-clock.ts';

const hour = 3_600_000;
const server = Date.parse('2026-11-20T06:00:00.000Z');
/** This PC's clock is three hours slow. */
const anchorReading: ClockReading = {
  wall: server - 3 * hour,
  uptime: 5 * hour,
  boot: 'boot-1',
  run: 'run-1',
};
const kept = anchoredAt(server, anchorReading);
const after = (changes: Partial<ClockReading>): ClockReading => ({ ...anchorReading, ...changes });

it('believes the PC’s clock while the server never spoke, and says so', () => {
  expect(trustedMoment(null, anchorReading)).toEqual({ at: anchorReading.wall, basis: 'pc' });
});

it('goes on over a restart of the app without a new start of the machine, however the clock was set', () => {
  for (const wall of [0, server - 3 * hour, server + 10 * 365 * 24 * hour]) {
    const reading = after({ run: 'run-2', uptime: 7 * hour, wall });
    expect(trustedMoment(kept, reading)).toEqual({ at: server + 2 * hour, basis: 'server' });
  }
});

it('is an estimate after a new start of the machine: the clock put right as it last was, never before the floor', () => {
  const started = { run: 'run-2', boot: 'boot-2', uptime: 60_000 };
  const slow = after({ ...started, wall: anchorReading.wall + hour });
  expect(trustedMoment(kept, slow)).toEqual({ at: server + hour, basis: 'estimate' });
  const emptyBattery = after({ ...started, wall: Date.parse('2015-01-01T00:00:00.000Z') });
  expect(trustedMoment({ ...kept, floor: server + 2 * hour }, emptyBattery)).toEqual({
    at: server + 2 * hour,
    basis: 'estimate',
  });
});

it('without names for starts, goes on where both clocks tell the same time between, else estimates', () => {
  const nameless = anchoredAt(server, { ...anchorReading, boot: null });
  const later = { run: 'run-2', boot: null, uptime: 6 * hour };
  const agreeing = after({ ...later, wall: anchorReading.wall + hour + 30_000 });
  expect(trustedMoment(nameless, agreeing)).toEqual({ at: server + hour, basis: 'server' });
  const disagreeing = after({ ...later, wall: anchorReading.wall + 20 * hour });
  expect(trustedMoment(nameless, disagreeing).basis).toBe('estimate');
  // Up for less than before: the machine was certainly started anew.
  const younger = after({ ...later, uptime: hour, wall: anchorReading.wall - 4 * hour });
  expect(trustedMoment(nameless, younger).basis).toBe('estimate');
});

it('takes the server’s word also when it is earlier than what was trusted', () => {
  expect(trustedMoment(anchoredAt(server - hour, anchorReading), anchorReading).at).toBe(server - hour);
});

const wall = fc.integer({ min: 0, max: 2 ** 42 });
const reading = fc.record({
  wall,
  uptime: fc.integer({ min: 0, max: 2 ** 36 }),
  boot: fc.constantFrom(null, 'boot-1', 'boot-2'),
  run: fc.constantFrom('run-1', 'run-2'),
});

it('never goes back whatever the PC’s clocks tell, as long as the server does not speak', () => {
  fc.assert(
    fc.property(reading, fc.array(reading, { minLength: 2, maxLength: 30 }), (first, readings) => {
      let time: KeptTime = anchoredAt(server, first);
      for (const next of readings) {
        const { at } = trustedMoment(time, next);
        expect(at).toBeGreaterThanOrEqual(time.floor);
        time = { ...time, floor: at };
      }
    }),
  );
});

it('does not move by a millisecond with the PC’s clock while the machine runs', () => {
  fc.assert(
    fc.property(wall, wall, fc.integer({ min: 0, max: 2 ** 36 }), (one, other, passed) => {
      const at = (set: number) =>
        trustedMoment(kept, after({ wall: set, uptime: anchorReading.uptime + passed, run: 'run-2' }));
      expect(at(one)).toEqual(at(other));
      expect(at(one).at).toBe(server + passed);
    }),
  );
});
