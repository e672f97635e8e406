/** Something of Electron that the stand-in does not have. It is never ignored: the caller must know. */
export class NotInStandInError extends Error {
  override readonly name = 'NotInStandInError';

  constructor(what: string) {
    super(`Electron's ${what} is not in the stand-in`);
  }
}

/** Names that the language and its tools look up on any object, without anyone using Electron's API. */
const askedByTheLanguage = new Set(['then', 'toJSON', 'asymmetricMatch', '__esModule', 'constructor']);

/** Makes every property that `implementation` lacks throw by its name instead of being `undefined`. */
export function throwByName<T extends object>(name: string, implementation: T): T {
  return new Proxy(implementation, {
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || askedByTheLanguage.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw new NotInStandInError(`${name}.${key}`);
    },
  });
}

/** A whole module of Electron that is not here: each use of it throws by name. */
export function missingModule(name: string): never {
  const fail = (member: string): never => {
    throw new NotInStandInError(`${name}${member}`);
  };
  return new Proxy(function missing() {}, {
    get: (_target, key) =>
      typeof key === 'symbol' || askedByTheLanguage.has(key) ? undefined : fail(`.${key}`),
    construct: () => fail(''),
    apply: () => fail('()'),
  }) as never;
}

/** Refuses options that would silently have no effect. */
export function refuseUnknownOptions(where: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new NotInStandInError(`${where} option ${name}`);
  }
}
