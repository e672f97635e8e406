import { describe, expect, it } from 'vitest';
import { linkSpeed } from '../../../electron/sync/link-speed.ts';

describe('the speed of the link', () => {
  it('is not known at first, and not called thin', () => {
    const speed = linkSpeed();
    expect([speed.isThin(), speed.bytesPerSecond()]).toEqual([false, null]);
  });

  it('is guessed from the first answers until something large moved', () => {
    const speed = linkSpeed();
    speed.answered(900);
    expect(speed.isThin()).toBe(true);
    speed.moved(10_000_000, 1000);
    expect(speed.isThin()).toBe(false);
  });

  it('follows what is measured, and leaves out what is too small to tell', () => {
    const speed = linkSpeed();
    speed.moved(40_000, 10_000);
    expect(speed.bytesPerSecond()).toBe(4000);
    speed.moved(500, 1);
    expect(speed.bytesPerSecond()).toBe(4000);
    for (let nth = 0; nth < 20; nth += 1) speed.moved(8_000_000, 1000);
    expect(speed.isThin()).toBe(false);
  });
});
