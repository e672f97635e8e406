import { expect, test } from 'vitest';
import { samplePassword } from '../../support/officer/officer.ts';
import { useScene } from '../../support/e2e/fixture.ts';

const scene = useScene({ isEnrolled: false, requests: 12, hasScans: false });
const newPassword = 'नमूना-नया-पासवर्ड-7';

test('a forgotten password: the printed key sets a new one, without a link, and nothing that waits is lost', async () => {
  const { office } = scene;
  await scene.officer.enrol(office.freshCode());
  const recoveryKey = await scene.officer.keepRecoveryKey();
  await scene.officer.seeQueue();
  await scene.officer.seeSync('complete');
  await scene.page.keyboard.press('Enter');
  await scene.officer.decide('hold', 'नमूना: जांच लंबित');
  await scene.officer.seeRecorded('hold');
  await office.link.cut();
  await scene.restart('quit');

  const { officer, page } = scene;
  await officer.button('sign-in', 'recover.forgotten').click();
  await officer.field('sign-in', 'enrol.password').fill(newPassword);
  await officer.field('sign-in', 'enrol.repeat').fill(newPassword);
  await officer.field('sign-in', 'recovery.keyLabel').fill('AAAA-BBBB-CCCC');
  await officer.button('sign-in', 'recover.submit').click();
  await page.getByText(officer.text('errors', 'wrong-recovery-key.title')).waitFor();

  await officer.field('sign-in', 'recovery.keyLabel').fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await officer.button('sign-in', 'recover.submit').click();
  await officer.seeQueue();
  await office.link.restore();
  await officer.sealAll();
  await officer.syncNow();
  await officer.seeSync('complete');
  expect(await office.server.data.countDecisions('accepted')).toBe(1);

  await officer.lock();
  await officer.signIn(samplePassword);
  await page.getByText(officer.text('errors', 'wrong-password.title')).waitFor();
  await officer.signIn(newPassword);
  await officer.seeQueue();
});
