import { describe, expect, it } from 'vitest';
import type { HourTraffic } from '../../../electron/storage/item-store.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { trafficMeter } from '../../../electron/sync/traffic-meter.ts';

const nine = Date.parse('2026-11-27T09:30:00+05:30');
const minute = 60_000;

function metered() {
  const kept: HourTraffic[] = [];
  const wire = { bytesReceived: 0, bytesSent: 0 };
  const at = { now: nine, isFull: false };
  const store = {
    traffic: async (day: string) => kept.filter(({ hour }) => hour.startsWith(day)),
    addTraffic: async (traffic: HourTraffic) => {
      if (at.isFull) throw new StorageError('disk-full');
      kept.push(traffic);
    },
  };
  const meter = trafficMeter(
    store,
    () => wire,
    () => at.now,
  );
  const move = (received: number, sent: number) => {
    wire.bytesReceived += received;
    wire.bytesSent += sent;
  };
  return { kept, at, meter, move };
}

describe('the traffic meter', () => {
  it('tells what moved at once, and keeps it at most once a minute', async () => {
    const { kept, at, meter, move } = metered();
    move(100, 10);
    await meter.keep();
    expect(kept).toEqual([]);
    expect(await meter.ofDay('2026-11-27')).toEqual([{ hour: '2026-11-27T09', received: 100, sent: 10 }]);
    at.now += minute;
    move(5, 0);
    await meter.keep();
    expect(kept).toEqual([{ hour: '2026-11-27T09', received: 105, sent: 10 }]);
    await meter.keep();
    move(1, 1);
    await meter.keepAll();
    expect(kept).toHaveLength(2);
  });

  it('puts each byte into its hour, and none into two days', async () => {
    const { kept, at, meter, move } = metered();
    move(1, 0);
    await meter.ofDay('2026-11-27');
    at.now = Date.parse('2026-11-28T00:01:00+05:30');
    move(2, 0);
    await meter.keepAll();
    expect(kept.map(({ hour, received }) => [hour, received])).toEqual([
      ['2026-11-27T09', 1],
      ['2026-11-28T00', 2],
    ]);
    expect(await meter.ofDay('2026-11-28')).toMatchObject([{ received: 2 }]);
  });

  it('loses nothing when the disk is full', async () => {
    const { kept, at, meter, move } = metered();
    move(7, 1);
    at.isFull = true;
    await expect(meter.keepAll()).rejects.toThrow(StorageError);
    move(3, 1);
    expect(await meter.ofDay('2026-11-27')).toMatchObject([{ received: 10, sent: 2 }]);
    at.isFull = false;
    await meter.keepAll();
    expect(kept).toMatchObject([{ received: 10, sent: 2 }]);
  });
});
