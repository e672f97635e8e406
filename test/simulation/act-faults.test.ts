import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { CentralServer, Fault } from '../central-server/start.ts';
import { startTestServer } from '../unit/central-server/start-test-server.ts';
import { enrolledDesk, type SyncDesk } from '../support/sync/sync-desk.ts';
import { openLines, saveAct, transferWithDifference } from '../support/sync/transfer-difference.ts';
import { mortal } from './mortal.ts';
import { chanceOf } from './random.ts';

const faults: readonly Fault[] = ['html', 'drop', 'drop-answer', 'cut', 'bad-json', '500', '502'];
const transfersPerSeed = 3;

let central: CentralServer;
let codes = 0;
beforeAll(async () => {
  central = await startTestServer();
}, 120_000);
afterAll(() => central.close());

async function freshDesk(): Promise<SyncDesk> {
  codes += 1;
  await central.data.issueActivationCode('officer-jaipur-1', `ACT-${codes}`);
  return enrolledDesk(central.url, `ACT-${codes}`);
}

it.each([1, 2, 3])(
  'each act reaches the server once although link, server and process fail, seed %i',
  async (seed) => {
    const chance = chanceOf(seed);
    const desk = await freshDesk();
    const ids: RequestId[] = [];
    for (let nth = 0; nth < transfersPerSeed; nth += 1) ids.push(await transferWithDifference(central, desk));
    let isCalm = false;
    central.setFault(() => (isCalm || chance.next() < 0.5 ? 'none' : chance.pick(faults)));
    for (const id of ids) {
      const lines = await openLines(desk, id);
      expect(lines.length).toBeGreaterThan(0);
      await saveAct(desk, id, { kind: 'acknowledge', lines, reason: 'नमूना: मिलान किया' });
      await saveAct(desk, id, { kind: 'follow-up-done', followUp: 'banner-logo', note: 'नमूना' });
      const process = mortal(desk.store, chance.next() < 0.5 ? 1 + chance.below(20) : null, globalThis.fetch);
      const engine = desk.engine({ store: process.store, fetch: process.fetch });
      await engine.syncNow();
      const status = await engine.status().catch(() => null);
      if (status?.lastCompleteAt) expect(status.unsentActs).toBe(0);
      process.kill();
      await engine.stop();
    }
    isCalm = true;
    const engine = desk.engine();
    for (let attempt = 0; attempt < 3; attempt += 1) await engine.syncNow();
    expect(await engine.status()).toMatchObject({ unsentActs: 0, unsent: 0, problem: null });
    await engine.stop();

    central.setFault(null);
    const other = await freshDesk();
    const second = other.engine();
    await second.syncNow();
    for (const id of ids) {
      const acts = (await central.data.transfer(id))?.acts ?? [];
      expect(acts.map(({ act }) => act.kind)).toEqual(['acknowledge', 'follow-up-done']);
      expect((await desk.store.transfer(id))?.transfer.acts).toEqual(acts);
      expect((await other.store.transfer(id))?.transfer.acts).toEqual(acts);
      expect(await openLines(other, id)).toEqual([]);
    }
    await second.stop();
  },
  60_000,
);
