import { describe, expectTypeOf, it } from 'vitest';
import type { Channel, Handlers, Input } from '../../../shared/ipc/derive.ts';

/** Proved by `npm run types`: the two places that a call touches cannot drift apart. */
describe('the IPC contract', () => {
  it('does not accept handlers from which one channel is missing', () => {
    expectTypeOf<Omit<Handlers, 'decision.undo'>>().not.toExtend<Handlers>();
    expectTypeOf<Handlers>().toExtend<Handlers>();
  });

  it('has no handler without a channel', () => {
    expectTypeOf<keyof Handlers>().toEqualTypeOf<Channel>();
  });

  it('has no loose type at the border', () => {
    expectTypeOf<Input<'decision.record'>['outcome']>().toEqualTypeOf<
      'approve' | 'reject' | 'return' | 'hold'
    >();
    expectTypeOf<Input<Channel>>().not.toBeAny();
  });
});
