import { expect, it, vi } from 'vitest';
import { syncBench } from '../../bench/sync.ts';

it('measures this client and the floor: each did the whole work, or the bench fails', async () => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  // As many as make the desk ask how much is to come.
  const options = { runs: 1, requests: 1600, decisions: 20, changes: 10, seed: 1, peers: false };
  const { firstSync, push, changes100, peersMissing } = await syncBench(options);
  for (const { ours, floor, bytes } of [firstSync, push, changes100]) {
    expect(ours).toBeGreaterThan(0);
    expect(floor).toBeGreaterThan(0);
    expect(bytes.ours).toBeGreaterThanOrEqual(bytes.floor ?? Infinity);
  }
  expect(firstSync.makingEntries).toBeGreaterThan(0);
  expect([firstSync.pouchdb, firstSync.rxdb, peersMissing]).toEqual([null, null, 'left out']);
});
