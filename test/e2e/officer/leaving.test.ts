import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchPaper } from '../../support/officer/papers.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';

const cases = sampleCases({ first: { change: passing } });
const scene = useScene({ requests: 20, shape: cases.shape });

test('a revoked desk sends what is signed, removes the rest, and shows its record also after a restart', async () => {
  const { office, officer, page, dataFolder } = scene;
  const { requestNo } = cases.request('first');
  await officer.open(requestNo);
  await officer.decide('approve', 'नमूना: हटाए जाने से पहले');
  await officer.seeRecorded('approve');
  const blobs = join(dataFolder, 'vault', 'blobs');
  expect(readdirSync(blobs).length).toBeGreaterThan(0);

  const [device] = await office.server.data.devices();
  await office.server.data.revokeDevice(device?.id ?? '');
  // The window is loaded anew, so that nothing of the district stays in it.
  await Promise.all([page.waitForEvent('load'), officer.button('sync', 'now').click()]);
  const removed = officer.text('leave', 'whatDone');
  await page.getByText(removed).waitFor();
  expect(await office.server.data.countDecisions('accepted')).toBe(1);
  await page.getByRole('cell', { name: officer.text('common', 'decisionState.accepted') }).waitFor();
  expect(await page.getByText(requestNo).count()).toBe(0);
  expect(readdirSync(blobs)).toEqual([]);

  const printed = await fetchPaper(page, { kind: 'kept-record' }, 'en');
  expect(printed.made.pages).toBe(1);
  const order = { kind: 'day-summary' } as const;
  await expect(fetchPaper(page, order, 'en')).rejects.toThrow('desk-leaving');

  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.page.getByText(removed).waitFor();
  expect(await scene.page.getByRole('navigation').count()).toBe(0);
  await scene.officer.button('shell', 'lock').click();
  await scene.page.getByText(scene.officer.text('sign-in', 'title')).first().waitFor();
});
