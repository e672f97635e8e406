import { expect, test } from 'vitest';
import { countDecisions } from '../../drill/account.ts';
import { killAfterRecord } from '../../drill/kill-after-record.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { withPending } from './support/decidable.ts';
import { syncOnce } from './support/sync-once.ts';

test('killed right after a decision was shown as recorded, six times: nothing lost, nothing twice', async () => {
  const account = await killAfterRecord({ count: 6, seed: 6 }, () => undefined);
  expect(account).toEqual({ count: 6, lost: 0, duplicated: 0 });
});

const scene = useScene({ requests: 10, hasScans: false, shape: withPending(4) });

test('killed while pushing, four times: each decision is on the server once', async () => {
  const requestNos = ['MIG/MORE/0001', 'MIG/MORE/0002', 'MIG/MORE/0003', 'MIG/MORE/0004'];
  for (const [nth, requestNo] of requestNos.entries()) {
    if (nth > 0) {
      await scene.officer.signIn();
      await scene.officer.seeQueue();
    }
    await scene.officer.open(requestNo);
    await scene.officer.decide('return', 'नमूना: भेजते समय बंद');
    await scene.officer.seeRecorded('return');
    await killWhilePushing(Math.random() * 40);
  }
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  await syncOnce(scene.page);
  await scene.officer.seeSync('complete');
  await expect(countDecisions(scene.office, requestNos)).resolves.toEqual({
    count: 4,
    lost: 0,
    duplicated: 0,
  });
});

/** @param delay milliseconds from the moment the server has the request: before its commit, after it, after its answer. */
async function killWhilePushing(delay: number): Promise<void> {
  const { office, officer } = scene;
  const pushed = new Promise<void>((resolve) => {
    office.server.setFault(({ path }) => {
      if (path === '/v1/decisions') resolve();
      return 'none';
    });
  });
  await officer.sealAll();
  await pushed;
  await new Promise((resolve) => setTimeout(resolve, delay));
  await scene.restart('kill9');
  office.server.setFault(null);
}
