import { describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { transferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleTransfer } from '../../support/samples/sample-transfer.ts';
import { strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { answerError, answerJson } from './hostile-server.ts';
import { halfServer, serverTime, type HalfServerAnswers } from './half-server.ts';

const start = Date.parse('2026-11-20T10:00:00.000Z');
const one = requestId.parse('req-1');
const far = '9999-12-31T00:00:00.000Z';

type TakeActs = NonNullable<HalfServerAnswers['acts']>;
const idOf = (content: string) => transferAct.parse(JSON.parse(content)).id;
const accepted = (id: string) => ({ id, result: 'accepted' });
const takeAll: TakeActs = (response, acts) =>
  answerJson(response, { answers: acts.map(({ content }) => accepted(idOf(content))), serverTime });

async function deskWithActs(count: number, takeActs: TakeActs) {
  const asked: string[][] = [];
  const server = await halfServer({
    acts: (response, acts) => {
      asked.push(acts.map(({ content }) => idOf(content)));
      takeActs(response, acts);
    },
  });
  const desk = strangerDesk(server.url);
  const lines = [
    { cursor: 'c1', kind: 'request', id: one, version: 1, body: sampleRequest({ id: one }) },
    { cursor: 'c2', kind: 'transfer', id: one, version: 1, body: sampleTransfer({}, { wallet: 1 }) },
  ];
  await desk.store.applyChanges(lines, 'c2', instantOf(start), '2026-11-20');
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1) ids.push(await addAct(desk, nth));
  return { desk, asked, ids, clock: manualClock(start) };
}

async function addAct(desk: SyncDesk, nth: number): Promise<string> {
  const at = instantOf(start + nth);
  const act = transferAct.parse({
    protocol: 1,
    id: v7({ msecs: start + nth }),
    requestId: one,
    districtId: desk.identity.district.id,
    act: { kind: 'acknowledge', lines: [`wallet|||1|${nth}`], reason: 'नमूना' },
    officerId: desk.identity.officer.id,
    deviceId: desk.identity.deviceId,
    at,
  });
  const content = JSON.stringify(act);
  await desk.store.saveTransferAct({ content, officerSignature: desk.keys.signAsOfficer(content) }, at);
  return act.id;
}

const unsent = async (desk: SyncDesk) =>
  (await desk.store.unsentActs(far, 100)).map(({ content }) => idOf(content));

describe('acts about transfers', () => {
  it('leave once, and all is complete only then', async () => {
    const { desk, asked, ids, clock } = await deskWithActs(3, takeAll);
    const engine = desk.engine({ clock });
    await engine.syncNow();
    expect(asked).toEqual([ids]);
    expect(await engine.status()).toMatchObject({ unsentActs: 0, problem: null, step: 'idle' });
    expect((await engine.status()).lastCompleteAt).not.toBeNull();
    await engine.syncNow();
    expect(asked).toHaveLength(1);
    expect(desk.applied.some((applied) => applied.transfersChanged === true)).toBe(true);
    await engine.stop();
  });

  it('are answered when they are refused: the others leave, and nothing is asked again', async () => {
    const { desk, asked, clock } = await deskWithActs(3, (response, acts) => {
      const answers = acts.map(({ content }, nth) =>
        nth === 1
          ? { id: idOf(content), result: 'refused', reason: 'nothing-to-do' }
          : accepted(idOf(content)),
      );
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine({ clock });
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ unsentActs: 0, problem: null });
    expect(asked).toHaveLength(1);
    const told = (await desk.store.transfer(one))?.transfer.acts ?? [];
    expect(told).toHaveLength(2);
    await engine.stop();
  });

  it('stay when their answer does not name them, and are never complete', async () => {
    const stranger = v7({ msecs: start });
    const { desk, ids, clock } = await deskWithActs(2, (response, acts) => {
      const answers = [accepted(idOf(acts[0]?.content ?? '')), accepted(stranger), null];
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine({ clock });
    await engine.syncNow();
    expect(await unsent(desk)).toEqual([ids[1]]);
    expect(await engine.status()).toMatchObject({ unsentActs: 1, problem: null, lastCompleteAt: null });
    const audit = await desk.store.audit(0, 100);
    expect(audit.filter((row) => row.action === 'sync-answers-ignored')).toHaveLength(1);
    await engine.stop();
  });

  it('that the server cannot take keep no other from leaving, and nothing from being received', async () => {
    let bad = '';
    const { desk, asked, ids, clock } = await deskWithActs(5, (response, acts) => {
      if (acts.some(({ content }) => idOf(content) === bad)) answerError(response, 'internal', 500);
      else takeAll(response, acts);
    });
    bad = ids[2] ?? '';
    const engine = desk.engine({ clock });
    for (let attempt = 0; attempt < 6; attempt += 1) await engine.syncNow();
    expect(await unsent(desk)).toEqual([bad]);
    expect(await engine.status()).toMatchObject({ unsentActs: 1, problem: null, lastCompleteAt: null });
    expect((await engine.status()).lastContactAt).not.toBeNull();
    bad = 'mended';
    await engine.syncNow();
    expect(await unsent(desk)).toEqual([]);
    expect(asked.flat().filter((id) => id === ids[0]).length).toBeGreaterThan(0);
    await engine.stop();
  });

  it('wait for the link, and go by themselves, the same ones again', async () => {
    let isDown = true;
    const { desk, asked, ids, clock } = await deskWithActs(1, (response, acts) => {
      if (isDown) response.destroy();
      else takeAll(response, acts);
    });
    const engine = desk.engine({ clock });
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ unsentActs: 1, problem: 'offline' });
    isDown = false;
    clock.advance(5_000);
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ unsentActs: 0, problem: null });
    expect(new Set(asked.flat())).toEqual(new Set(ids));
    await engine.stop();
  });

  it('are parked one by one when the server fails on them again and again, and go when they are asked for', async () => {
    let bad = '';
    const { desk, asked, ids, clock } = await deskWithActs(3, (response, acts) => {
      if (acts.some(({ content }) => idOf(content) === bad)) answerError(response, 'internal', 500);
      else takeAll(response, acts);
    });
    bad = ids[1] ?? '';
    // Each attempt by an app that was started again.
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const engine = desk.engine({ clock });
      await engine.syncNow();
      await engine.syncNow();
      await engine.stop();
    }
    expect(await unsent(desk)).toEqual([]);
    expect((await desk.store.unsentActs(far, 10, true)).map(({ content }) => idOf(content))).toEqual([bad]);
    const tries = asked.filter((batch) => batch.includes(bad)).length;
    expect(tries).toBeLessThan(24);
    const engine = desk.engine({ clock });
    expect(await engine.status()).toMatchObject({ unsentActs: 1 });
    bad = 'mended';
    await desk.store.unparkAll();
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ unsentActs: 0, problem: null });
    await engine.stop();
  });

  it('are not parked while the server is ill as a whole', async () => {
    const { desk, clock } = await deskWithActs(1, (response) => answerError(response, 'internal', 500));
    // Nothing else answers either: the server that this desk asks for changes is gone.
    const engine = desk.engine({
      clock,
      fetch: async (url, init) =>
        new Request(url).url.includes('/v1/changes') ? Promise.reject(new Error('gone')) : fetch(url, init),
    });
    for (let attempt = 0; attempt < 12; attempt += 1) await engine.syncNow();
    expect(await unsent(desk)).toHaveLength(1);
    await engine.stop();
  });
});
