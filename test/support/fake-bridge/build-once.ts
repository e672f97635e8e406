import { buildHarness, builtFolder } from './harness.ts';

/** Before the first window test of a run: its files take the one build. */
export async function setup(): Promise<void> {
  await buildHarness();
  process.env['DESK_TEST_HARNESS'] = builtFolder();
}
