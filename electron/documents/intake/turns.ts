/**
 * Lets so many works run at once; the others wait here for their turn, in their order. So the process for documents,
 * which has room for a few files, is never asked for more, and has some for who does not come from here.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** @param isUrgent before all others that wait. */
  async take<Value>(work: () => Promise<Value>, isUrgent = false): Promise<Value> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(isUrgent);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #turn(isUrgent: boolean): Promise<void> {
    return new Promise((resolve) => {
      if (isUrgent) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
    });
  }
}
