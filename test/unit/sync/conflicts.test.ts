import { afterAll, beforeAll, expect, it } from 'vitest';
import { districtId, type DecisionId, type RequestId } from '../../../shared/domain/ids.ts';
import type { CentralServer } from '../../central-server/start.ts';
import { openOffice, startDrillServer, type DrillOffice } from '../../drill/desk/office.ts';
import { enrolledDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { officeDesk } from '../ipc/office-desk.ts';

let central: CentralServer;
let office: DrillOffice;
let first: SyncDesk;
let second: SyncDesk;

beforeAll(async () => {
  central = await startDrillServer();
  office = await openOffice(central, 6);
  first = await enrolledDesk(central.url, await office.newCode());
  second = await enrolledDesk(central.url, await office.newCode());
  await sync(first);
  await sync(second);
}, 120_000);
afterAll(() => central.close());

async function sync(desk: SyncDesk): Promise<void> {
  const engine = desk.engine();
  await engine.syncNow();
  await engine.stop();
}

function nth(index: number): RequestId {
  const id = office.ids[index];
  if (id === undefined) throw new Error(`No request ${index}`);
  return id;
}

async function opened(desk: SyncDesk, decisionId: DecisionId) {
  const answer = await officeDesk(desk).call('conflict.open', { decisionId });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

it('two desks decide the same request without a link: the second sees both decisions and may only agree', async () => {
  const mine = await second.decide(nth(0), 'hold', Date.now());
  await first.decide(nth(0), 'approve', Date.now(), Date.now(), 'नमूना: पहले वाला');
  await sync(first);
  await sync(second);
  const conflict = await opened(second, mine);
  expect(conflict).toMatchObject({
    reason: 'already-decided',
    mine: { outcome: 'hold', officerName: second.identity.officer.name },
    standing: { outcome: 'approve', officerName: first.identity.officer.name, remarks: 'नमूना: पहले वाला' },
    seen: { version: 1, status: 'pending' },
    present: { status: 'approved' },
    choices: ['acknowledge'],
    ended: null,
  });
  const desk = officeDesk(second);
  const about = { decisionId: mine, requestVersion: conflict.present?.version ?? null };
  expect(await desk.call('conflict.resolve', { ...about, how: 'keep-mine' })).toMatchObject({
    error: { kind: 'choice-not-open' },
  });
  expect(await desk.call('conflict.resolve', { ...about, how: 'acknowledge' })).toMatchObject({
    value: null,
  });
  expect(desk.applied.at(-1)?.rows).toMatchObject([{ id: nth(0), status: 'approved', decision: null }]);
  expect((await opened(second, mine)).ended).toMatchObject({ byName: second.identity.officer.name });
  expect((await central.data.request(nth(0)))?.status).toBe('approved');
});

it('put on hold by the other one, the request may be decided again, on the version with the hold', async () => {
  const mine = await second.decide(nth(1), 'return', Date.now(), Date.now(), 'नमूना: लौटाना था');
  await first.decide(nth(1), 'hold', Date.now());
  await sync(first);
  await sync(second);
  const { standing, choices, present } = await opened(second, mine);
  expect([standing?.outcome, choices]).toEqual(['hold', ['acknowledge', 'decide-again']]);
  const again = { decisionId: mine, how: 'decide-again', requestVersion: null } as const;
  expect((await officeDesk(second).call('conflict.resolve', again)).ok).toBe(true);
  expect((await second.store.request(nth(1)))?.draft?.remarks).toBe('नमूना: लौटाना था');
  const newer = await second.decide(nth(1), 'approve', Date.now());
  expect((await second.store.decision(newer))?.parsed.requestVersion).toBe(present?.version);
  await sync(second);
  expect((await second.store.decision(newer))?.state).toBe('accepted');
});

it('changed by the administration only, the same may be decided on the present version, and it is taken', async () => {
  const mine = await second.decide(nth(2), 'hold', Date.now(), Date.now(), 'नमूना: ठहरिए');
  await central.data.changeRequest(nth(2), (before) => ({ ...before, reason: 'नमूना: नया कारण' }));
  await sync(second);
  const { seen, present, standing, choices } = await opened(second, mine);
  expect([seen?.version, present?.reason, standing]).toEqual([1, 'नमूना: नया कारण', null]);
  expect(choices).toEqual(['acknowledge', 'decide-again', 'keep-mine']);
  const desk = officeDesk(second);
  const keep = { decisionId: mine, how: 'keep-mine' } as const;
  expect(await desk.call('conflict.resolve', { ...keep, requestVersion: 1 })).toMatchObject({
    error: { kind: 'request-changed' },
  });
  const kept = await desk.call('conflict.resolve', { ...keep, requestVersion: present?.version ?? null });
  const id = kept.ok ? kept.value?.decisionId : undefined;
  if (id === undefined) throw new Error('Nothing was recorded');
  expect((await second.store.decision(id))?.parsed).toMatchObject({
    outcome: 'hold',
    remarks: 'नमूना: ठहरिए',
    requestVersion: present?.version,
  });
  await second.store.sealDecisions({ ids: [id] }, new Date().toISOString());
  await sync(second);
  expect((await second.store.decision(id))?.state).toBe('accepted');
  expect((await second.store.decision(mine))?.state).toBe('conflicted');
});

it('withdrawn or gone to another district, it is shown as it was and can only be acknowledged', async () => {
  await sync(second);
  const mine = [
    await second.decide(nth(3), 'hold', Date.now()),
    await second.decide(nth(4), 'hold', Date.now()),
  ];
  await central.data.removeItem('request', nth(3));
  await central.data.changeRequest(nth(4), (before) => ({
    ...before,
    districtId: districtId.parse('elsewhere'),
    reason: 'नमूना: केवल वहाँ के लिए',
  }));
  await sync(second);
  const told = await Promise.all(mine.map((id) => opened(second, id)));
  expect(told.map(({ reason }) => reason)).toEqual(['withdrawn', 'reassigned']);
  for (const { seen, present, standing, choices } of told) {
    expect([seen?.version, present, standing, choices]).toEqual([1, null, null, ['acknowledge']]);
  }
  expect((await second.store.counts(new Date().toISOString())).conflicted).toBe(2);
});

it('the desk that came first has nothing to look at', async () => {
  expect(await first.store.counts(new Date().toISOString())).toMatchObject({ conflicted: 0, unsent: 0 });
});
