import { expect, it } from 'vitest';
import { thinDay } from './thin-day.ts';

/** Eight times as wide as the drill's link (`npm run drill -- thin-link`), so that the suite does not wait for it. */
const link = { bytesPerSecond: 32_000, delay: 150, loss: 0.02, faults: 0.1 };

it.each([1])(
  'brings a day of decisions over a thin link before the scans, and then the scans, seed %i',
  async (seed) => {
    const day = await thinDay({ ...link, seed, decisions: 40, scans: 4, scanBytes: 40_000 });
    console.log(`Thin link, seed ${seed}: ${JSON.stringify(day)}`);
    expect(day).toMatchObject({ lost: 0, duplicated: 0, scansMissing: 0 });
    expect(day.scansBefore).toBeLessThan(4);
    expect(day.allMs).toBeGreaterThan(day.decisionsMs);
  },
  240_000,
);

it('sends a day of decisions while a scan goes up, which waits and goes on', async () => {
  const day = await thinDay({ ...link, seed: 2, decisions: 40, scans: 0, scanBytes: 150_000, uploads: 2 });
  console.log(`Thin link, uploads: ${JSON.stringify(day)}`);
  expect(day).toMatchObject({ lost: 0, duplicated: 0, uploadsMissing: 0 });
  expect(day.uploadsBefore).toBeLessThan(2);
  expect(day.allMs).toBeGreaterThan(day.decisionsMs);
}, 240_000);
