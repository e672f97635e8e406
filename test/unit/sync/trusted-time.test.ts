import { expect, it } from 'vitest';
import { trustedTime } from '../../../electron/sync/trusted-time.ts';

const now = Date.parse('2026-11-20T06:00:00.000Z');

it('carries on the server’s time, and tells how far the PC is ahead', () => {
  const time = trustedTime(() => now);
  time.note('2026-11-18T06:00:00.000Z', now);
  expect(time.today()).toBe('2026-11-18');
  expect(time.skew()).toBe(2 * 24 * 60 * 60_000);
});

it.each(['9990-12-31T00:00:00.000Z', '1999-12-31T23:59:59.999Z', 'tomorrow'])('ignores %s', (serverTime) => {
  const time = trustedTime(() => now);
  time.note(serverTime, now);
  expect(time.today()).toBe('2026-11-20');
  expect(time.skew()).toBeNull();
});
