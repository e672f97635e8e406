/** Makes `at` the time of this page, going on from there. Timers stay as they are: only what is called the time is another. */
export function shiftClock(at: string): void {
  const Real = Date;
  const shift = Date.parse(at) - Real.now();
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[], made: new () => Date) =>
      Reflect.construct(target, given.length === 0 ? [Real.now() + shift] : given, made) as Date,
    get: (target, name) =>
      name === 'now' ? () => Real.now() + shift : (Reflect.get(target, name) as unknown),
  });
}
