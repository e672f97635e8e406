import { indiaDate, indiaHour, indiaHourEnd } from '../../shared/domain/india-date.ts';
import { scansWait, type HourAndDay, type ScansWait } from '../../shared/sync/byte-budget.ts';
import type { Store } from '../storage/store.ts';
import type { TrafficMeter } from './traffic-meter.ts';

const megabyte = 1_000_000;

/** The office's limits of bytes, which keep scans waiting; an officer may go past them for the hour. */
export class ScanBudget {
  readonly #store: Pick<Store, 'setting'>;
  readonly #traffic: Pick<TrafficMeter, 'ofDay'>;
  readonly #now: () => number;
  #liftedUntil = 0;

  constructor(store: Pick<Store, 'setting'>, traffic: Pick<TrafficMeter, 'ofDay'>, now: () => number) {
    this.#store = store;
    this.#traffic = traffic;
    this.#now = now;
  }

  /** Milliseconds; null: scans may come now. */
  async waitUntil(): Promise<number | null> {
    return (await this.wait())?.until ?? null;
  }

  /** Null: scans may come now. */
  async wait(): Promise<ScansWait | null> {
    const limit = await this.#limit();
    const now = this.#now();
    if (this.#isLifted(now) || (limit.hour === 0 && limit.day === 0)) return null;
    return scansWait(limit, await this.#spent(now), now);
  }

  /** Of the tighter limit; null where none is set or it was passed by hand. */
  async bytesLeft(): Promise<number | null> {
    const limit = await this.#limit();
    const now = this.#now();
    if (this.#isLifted(now) || (limit.hour === 0 && limit.day === 0)) return null;
    const spent = await this.#spent(now);
    const left = (['hour', 'day'] as const).filter((each) => limit[each] > 0);
    return Math.max(0, Math.min(...left.map((each) => limit[each] - spent[each])));
  }

  /** A clock that was set back must not lift the limits for longer than an hour. */
  #isLifted(now: number): boolean {
    return now < this.#liftedUntil && this.#liftedUntil <= indiaHourEnd(now);
  }

  /** By hand: for the rest of this hour scans come whatever was used. */
  lift(): void {
    this.#liftedUntil = indiaHourEnd(this.#now());
  }

  async #limit(): Promise<HourAndDay> {
    const [hour, day] = await Promise.all([
      this.#store.setting('hourMegabytes'),
      this.#store.setting('dayMegabytes'),
    ]);
    return { hour: (hour ?? 0) * megabyte, day: (day ?? 0) * megabyte };
  }

  async #spent(now: number): Promise<HourAndDay> {
    const present = indiaHour(now);
    const spent = { hour: 0, day: 0 };
    for (const { hour, received, sent } of await this.#traffic.ofDay(indiaDate(now))) {
      spent.day += received + sent;
      if (hour === present) spent.hour += received + sent;
    }
    return spent;
  }
}
