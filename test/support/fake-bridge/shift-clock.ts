/**
 * Makes `at` the time of this page, going on from there, for whoever asks `Date`; timers stay as they are, and a format of
 * `Intl` that is given no time uses the real one.
 */
export function shiftClock(at: string): void {
  const Real = Date;
  const shift = Date.parse(at) - Real.now();
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[], made: new () => Date) =>
      Reflect.construct(target, given.length === 0 ? [Real.now() + shift] : given, made) as Date,
    apply: () => new Date().toString(),
    get: (target, name) =>
      name === 'now' ? () => Real.now() + shift : (Reflect.get(target, name) as unknown),
  });
}
