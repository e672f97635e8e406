import { indiaHour } from '../../shared/domain/india-date.ts';
import type { IsoDate } from '../../shared/domain/values.ts';
import type { HourTraffic } from '../storage/item-store.ts';
import type { Store } from '../storage/store.ts';
import type { Traffic } from './transport.ts';

export type Bytes = Pick<Traffic, 'bytesReceived' | 'bytesSent'>;

export function sumOfBytes(all: readonly Bytes[]): Bytes {
  return {
    bytesReceived: all.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0),
    bytesSent: all.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
  };
}

/** How many bytes of this desk went over the wire, by the hour: what was kept, and what has moved since. */
export interface TrafficMeter {
  /** Every hour of the day so far. */
  ofDay(day: IsoDate): Promise<HourTraffic[]>;
  /** To disk, at most once a minute: each costs a flush. What fails is kept and written with the next. */
  keep(): Promise<void>;
  /** To disk at once, before the vault closes. */
  keepAll(): Promise<void>;
}

const keepEvery = 60_000;

export function trafficMeter(
  store: Pick<Store, 'traffic' | 'addTraffic'>,
  wire: () => Bytes,
  now: () => number,
): TrafficMeter {
  const { bytesReceived, bytesSent } = wire();
  let told: Bytes = { bytesReceived, bytesSent };
  let keptAt = now();
  const unkept = new Map<string, HourTraffic>();

  /** Takes what moved since the last look into the present hour. */
  function look(): void {
    const { bytesReceived, bytesSent } = wire();
    const hour = indiaHour(now());
    const { received, sent } = unkept.get(hour) ?? { received: 0, sent: 0 };
    unkept.set(hour, {
      hour,
      received: received + bytesReceived - told.bytesReceived,
      sent: sent + bytesSent - told.bytesSent,
    });
    told = { bytesReceived, bytesSent };
  }

  async function keepAll(): Promise<void> {
    look();
    keptAt = now();
    for (const traffic of [...unkept.values()]) {
      unkept.delete(traffic.hour);
      if (traffic.received === 0 && traffic.sent === 0) continue;
      await store.addTraffic(traffic).catch((error: unknown) => {
        const since = unkept.get(traffic.hour);
        unkept.set(traffic.hour, since ? sumOf(traffic, since) : traffic);
        throw error;
      });
    }
  }

  return {
    async ofDay(day) {
      look();
      const hours = new Map((await store.traffic(day)).map((traffic) => [traffic.hour, traffic]));
      for (const traffic of unkept.values()) {
        if (!traffic.hour.startsWith(day)) continue;
        const before = hours.get(traffic.hour);
        hours.set(traffic.hour, before ? sumOf(before, traffic) : traffic);
      }
      return [...hours.values()];
    },
    async keep() {
      if (Math.abs(now() - keptAt) >= keepEvery) await keepAll();
    },
    keepAll,
  };
}

function sumOf(one: HourTraffic, other: HourTraffic): HourTraffic {
  return { hour: one.hour, received: one.received + other.received, sent: one.sent + other.sent };
}
