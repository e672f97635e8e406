import { expect, test } from 'vitest';
import { launchDesk } from '../../../build/launch/launch-desk.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { pendingRequests } from './support/decidable.ts';

const scene = useScene({ requests: 24, hasScans: false });
const remarks = 'नमूना: दूसरी बार खोलने से पहले लिखा';

test('started twice on one folder: the second hands over and exits, the first stays usable', async () => {
  const { officer, dataFolder, office } = scene;
  const [request] = await pendingRequests(office);
  await officer.open(request?.requestNo ?? '');
  await officer.remarks.fill(remarks);

  const second = launchDesk({ dataFolder, serverUrl: office.link.url, headless: true });
  await expect(second.exited).resolves.toEqual({ code: 0, signal: null });

  await expect(officer.remarks.inputValue()).resolves.toBe(remarks);
  await officer.decide('return');
  await officer.seeRecorded('return');
});

test('the folder of a first that was killed opens again, with what it had recorded', async () => {
  await scene.restart('kill9');
  const { officer, page, office } = scene;
  await officer.signIn();
  await officer.seeQueue();
  await officer.goTo('outbox');
  const [request] = await pendingRequests(office);
  await page
    .getByRole('row')
    .filter({ hasText: request?.requestNo ?? '' })
    .first()
    .waitFor();
});
