import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { districtId, officerId, requestId, type RequestId } from '../../../shared/domain/ids.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { answerStick, firstStick, readStick, writeStick } from '../../support/courier/courier-desk.ts';
import { chanceOf } from '../../simulation/random.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { enrolledDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';

const jpeg = (fill: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, fill)]);

describe('the courier between a desk and the central office', () => {
  let central: CentralServer;
  let desk: SyncDesk;
  let other: SyncDesk;
  let ids: RequestId[];
  let nth = 0;

  beforeAll(async () => {
    central = await startCentralServer({ seed: 'none' });
  });
  afterAll(() => central.close());

  async function newDesk(district: string, login: string): Promise<SyncDesk> {
    const officer = {
      ...sampleOffice.officer,
      id: officerId.parse(login),
      login,
      districtId: districtId.parse(district),
    };
    await central.data.putOfficer(officer, `CODE-${login}`);
    return enrolledDesk(central.url, `CODE-${login}`);
  }

  beforeEach(async () => {
    nth += 1;
    const district = `office-${'abcdefghijklmnopqrstuvwxyz'.charAt(nth)}`;
    await central.data.putDistrict({ ...sampleOffice.district, id: districtId.parse(district) });
    ids = Array.from({ length: 6 }, (_, n) => requestId.parse(`${district}-${n}`));
    const bytes = jpeg(nth);
    const hash = await central.data.putBlob(bytes, district);
    const open = await central.data.putBlob(jpeg(100 + nth), district);
    for (const [n, id] of ids.entries()) {
      const scan = n === 0 ? { hash, masked: true } : n === 1 ? { hash: open, masked: false } : null;
      const documents = scan
        ? [
            {
              id: 'doc-1',
              kind: 'application',
              need: 'needed',
              scan: { ...scan, size: bytes.length, mime: 'image/jpeg', pages: 1 },
            },
          ]
        : [];
      await central.data.putRequest(
        sampleRequest({ id, districtId: districtId.parse(district), documents: documents as never }),
      );
    }
    desk = await newDesk(district, `officer-${nth}`);
    other = await newDesk(district, `second-${nth}`);
  });

  const stateOf = async (id: string) =>
    (await desk.store.outbox()).find((item) => item.requestId === id)?.state;
  const decide = (n: number) => desk.decide(ids[n] as RequestId, 'approve', Date.now());

  it('brings cases and masked scans in, takes decisions out, brings receipts back', async () => {
    const first = await readStick(desk, await firstStick(central, desk));
    expect(first).toMatchObject({ newRequests: 6, scans: 1, scansRefused: 0, wasRead: false, remaining: 0 });
    expect((await desk.store.slimRows(null, 100)).total).toBe(6);
    expect(desk.blobs.size).toBe(1);

    await decide(0);
    const out = await writeStick(desk);
    expect(out.decisions).toHaveLength(1);
    expect(await stateOf(ids[0] as string)).toBe('sent');
    const back = await readStick(desk, await answerStick(central, out.bytes));
    expect(back).toMatchObject({ accepted: 1, conflicted: 0, refused: 0, unanswered: 0 });
    expect(await stateOf(ids[0] as string)).toBe('accepted');
    expect(await central.data.countDecisions('accepted')).toBeGreaterThan(0);
    const actions = (await desk.store.audit(0, 1000)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('courier-'))).toEqual([
      'courier-read',
      'courier-written',
      'courier-read',
    ]);
  });

  it('a lost file out, and a lost file back, lose nothing', async () => {
    await readStick(desk, await firstStick(central, desk));
    await decide(0);
    await writeStick(desk);
    await decide(1);
    const second = await writeStick(desk);
    expect(second.decisions).toHaveLength(2);
    await answerStick(central, second.bytes);
    const third = await writeStick(desk);
    expect(third.decisions).toHaveLength(2);
    expect(await readStick(desk, await answerStick(central, third.bytes))).toMatchObject({
      accepted: 2,
      unanswered: 0,
    });
    const mine = (await central.data.decisions()).filter(
      ({ deviceId }) => deviceId === desk.identity.deviceId,
    );
    expect(mine.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
  });

  it('files in any order and repeated end the same, and an old one says so', async () => {
    const early = await firstStick(central, desk);
    await readStick(desk, early);
    await decide(0);
    const out = await writeStick(desk);
    await central.data.changeRequest(ids[2] as string, (before) => ({ ...before, reason: 'नमूना: बदला' }));
    const late = await answerStick(central, out.bytes);
    const again = await answerStick(central, out.bytes);
    for (const file of [again, late, early, again, late])
      expect(await readStick(desk, file)).not.toBeTypeOf('string');
    expect(await readStick(desk, early)).toMatchObject({ wasRead: true, accepted: 0, newRequests: 0 });
    expect(await stateOf(ids[0] as string)).toBe('accepted');
    expect((await desk.store.request(ids[2] as RequestId))?.request.reason).toBe('नमूना: बदला');
    // The network goes on from where the stick left the desk.
    const engine = desk.engine();
    await engine.syncNow();
    await engine.stop();
    expect(desk.faults).toEqual([]);
  });

  it('a request decided elsewhere comes back as a conflict', async () => {
    await readStick(desk, await firstStick(central, desk));
    await decide(3);
    await central.data.changeRequest(ids[3] as string, (before) => ({ ...before, status: 'withdrawn' }));
    const out = await writeStick(desk);
    expect(await readStick(desk, await answerStick(central, out.bytes))).toMatchObject({
      conflicted: 1,
      accepted: 0,
    });
  });

  it('what is for another desk, another office or the central office is refused by name', async () => {
    const mine = await firstStick(central, desk);
    const out = await writeStick(desk);
    expect(await readStick(other, mine)).toBe('wrong-desk');
    expect(await readStick(desk, out.bytes)).toBe('wrong-direction');
    const district = 'far-away';
    if (nth > 0)
      await central.data.putDistrict({
        ...sampleOffice.district,
        id: districtId.parse(`${district}-${'abcdefghij'.charAt(nth)}`),
      });
    const far = await newDesk(`${district}-${'abcdefghij'.charAt(nth)}`, `far-${nth}`);
    expect(await readStick(far, mine)).toBe('wrong-office');
    expect(await central.data.answerCourier(mine)).toEqual({ ok: false, error: 'wrong-direction' });
    expect((await other.store.slimRows(null, 10)).total).toBe(0);
  });

  it('a file that begins where this desk never was is one with a gap', async () => {
    await readStick(desk, await firstStick(central, desk));
    const out = await writeStick(desk);
    // Before the answer: the desk is put back to an old state of its own, as from a backup.
    await central.data.changeRequest(ids[4] as string, (before) => ({
      ...before,
      reason: 'नमूना: दूसरा कारण',
    }));
    const answer = await answerStick(central, out.bytes);
    const memory = await desk.store.courierMemory();
    await desk.store.keepCourierMemory({ ...memory, toldCursors: [] });
    await desk.store.applyChanges([], '1.000000000000.1.1', new Date().toISOString(), '2026-11-27');
    expect(await readStick(desk, answer)).toBe('gap');
    const fresh = await writeStick(desk);
    expect(await readStick(desk, await answerStick(central, fresh.bytes))).not.toBeTypeOf('string');
  });

  it('a file on its way when the vault was salvaged is one with a gap; the next round brings all', async () => {
    await readStick(desk, await firstStick(central, desk));
    await decide(0);
    const onItsWay = await answerStick(central, (await writeStick(desk)).bytes);
    const store = openMemoryStore(desk.identity);
    // As a vault of an earlier version was salvaged: nothing of the feed, but the places that files told.
    await store.keepCourierMemory(await desk.store.courierMemory());
    const salvaged = { ...desk, store };
    expect(await readStick(salvaged, onItsWay)).toBe('gap');
    expect(await store.cursor()).toBeNull();
    const fresh = await answerStick(central, (await writeStick(salvaged)).bytes);
    expect(await readStick(salvaged, fresh)).toMatchObject({ newRequests: 6 });
  });

  it('a revoked desk gets no file unasked, and to its own only answers and the order to leave', async () => {
    const out = await writeStick(desk);
    await central.data.revokeDevice(desk.identity.deviceId);
    expect(await central.data.courierFor(desk.identity.deviceId)).toEqual({
      ok: false,
      error: 'device-revoked',
    });
    const answered = await central.data.answerCourier(out.bytes);
    expect(answered).toMatchObject({ ok: true, value: { changes: 0, scans: 0 } });
    expect(await readStick(desk, await answerStick(central, out.bytes))).not.toBeTypeOf('string');
    expect(await desk.store.leaving()).toMatchObject({ phase: 'sending' });
  });

  it.each([1, 2, 3, 4])(
    'seed %i: sticks lost, doubled, late and mixed with the network come to one end',
    async (seed) => {
      const chance = chanceOf(seed);
      const sticks = { out: [] as Uint8Array[], back: [await firstStick(central, desk)] };
      for (let turn = 0; turn < 30; turn += 1) {
        const what = chance.below(6);
        if (what === 0) sticks.out.push((await writeStick(desk)).bytes);
        if (what === 1 && sticks.out.length > 0)
          sticks.back.push(await answerStick(central, chance.pick(sticks.out)));
        if (what === 2) expect(await readStick(desk, chance.pick(sticks.back))).not.toBeTypeOf('string');
        if (what === 3) {
          const open = (await desk.store.slimRows(null, 100)).rows.filter(({ pile }) => pile === 'to-do');
          if (open.length > 0) await desk.decide(chance.pick(open).id, 'approve', Date.now());
        }
        if (what === 4) {
          const request = await central.data.request(chance.pick(ids));
          if (request?.status === 'pending') {
            await central.data.changeRequest(request.id, (before) => ({ ...before, reason: `नमूना ${turn}` }));
          }
        }
        if (what === 5 && chance.next() < 0.4) {
          const engine = desk.engine();
          await engine.syncNow();
          await engine.stop();
        }
      }
      await readStick(desk, await answerStick(central, (await writeStick(desk)).bytes));
      await readStick(desk, await answerStick(central, (await writeStick(desk)).bytes));
      const outbox = await desk.store.outbox();
      expect(outbox.filter(({ state }) => !['accepted', 'conflicted'].includes(state))).toEqual([]);
      const served = (await central.data.decisions()).filter(
        ({ deviceId }) => deviceId === desk.identity.deviceId,
      );
      expect(served).toHaveLength(outbox.length);
      for (const id of ids) {
        expect((await desk.store.request(id))?.request.version).toBe(
          (await central.data.request(id))?.version,
        );
      }
    },
  );
});
