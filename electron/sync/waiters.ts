interface Waiter {
  isDone: () => boolean;
  resolve: () => void;
}

/** Who waits for the sync: until what they want is done, or nothing more can be done now. */
export class Waiters {
  #waiters: Waiter[] = [];

  until(isDone: () => boolean): Promise<void> {
    return new Promise((resolve) => this.#waiters.push({ isDone, resolve }));
  }

  settle(): void {
    this.#resolve(() => true);
  }

  settleDone(): void {
    this.#resolve(({ isDone }) => isDone());
  }

  #resolve(isMeant: (waiter: Waiter) => boolean): void {
    const meant = this.#waiters.filter(isMeant);
    this.#waiters = this.#waiters.filter((waiter) => !meant.includes(waiter));
    for (const waiter of meant) waiter.resolve();
  }
}
