import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CentralServer } from '../../central-server/start.ts';
import { startTestServer } from '../central-server/start-test-server.ts';
import { answerStick, readStick, writeStick } from '../../support/courier/courier-desk.ts';
import { enrolledDesk } from '../../support/sync/sync-desk.ts';
import { openLines, saveAct, transferWithDifference } from '../../support/sync/transfer-difference.ts';

let central: CentralServer;
beforeAll(async () => {
  central = await startTestServer();
}, 60_000);
afterAll(() => central.close());

it('acts about transfers go with the stick until they are answered, once, beside the network too', async () => {
  await central.data.issueActivationCode('officer-jaipur-1', 'STICK-ACT');
  const desk = await enrolledDesk(central.url, 'STICK-ACT');
  const id = await transferWithDifference(central, desk);
  const lines = await openLines(desk, id);
  expect(lines.length).toBeGreaterThan(0);
  await saveAct(desk, id, { kind: 'acknowledge', lines, reason: 'नमूना: एक पैसा' });

  // The first stick is lost; the second carries the act again.
  expect((await writeStick(desk)).acts).toBe(1);
  const out = await writeStick(desk);
  expect(out.acts).toBe(1);
  const back = await answerStick(central, out.bytes);
  expect(await readStick(desk, back)).not.toBeTypeOf('string');
  expect(await desk.store.unsentActs('9999-12-31T00:00:00.000Z', 10, true)).toEqual([]);
  expect(await openLines(desk, id)).toEqual([]);
  expect((await writeStick(desk)).acts).toBe(0);

  // Answered once more, by the network and by the same file: nothing is doubled.
  const engine = desk.engine();
  await engine.syncNow();
  await engine.stop();
  expect(await readStick(desk, back)).not.toBeTypeOf('string');
  expect((await desk.store.transfer(id))?.transfer.acts).toHaveLength(1);
});
