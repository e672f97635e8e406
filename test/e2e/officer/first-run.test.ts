import { expect, test } from 'vitest';
import { Officer, samplePassword } from '../../support/officer/officer.ts';
import { TestDevice } from '../../central-server/test-device.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { words } from '../../support/officer/words.ts';

const scene = useScene({ isEnrolled: false, requests: 30, hasScans: false });

test('a wrong activation code is named in both languages, and what was typed stays', async () => {
  const { officer, page } = scene;
  await officer.enrol('NAMUNA-XXX-0000');
  const wrong = (language: 'hi' | 'en', part: 'title' | 'advice') =>
    page.getByText(words(language, 'errors', `activation-code-wrong.${part}`));
  await wrong('hi', 'title').waitFor();
  await wrong('hi', 'advice').waitFor();

  await officer.showIn('en');
  const reader = new Officer(page, 'en');
  await wrong('en', 'title').waitFor();
  await wrong('en', 'advice').waitFor();
  expect(await reader.field('sign-in', 'enrol.serverUrl').inputValue()).toBe(scene.office.link.url);
  expect(await reader.field('sign-in', 'enrol.activationCode').inputValue()).toBe('NAMUNA-XXX-0000');
  expect(await reader.field('sign-in', 'enrol.password').inputValue()).toBe(samplePassword);
  expect(await reader.field('sign-in', 'enrol.repeat').inputValue()).toBe(samplePassword);
  await officer.showIn('hi');
});

test('a weak or a mistyped password is said before anything is asked of the server', async () => {
  const { officer, page, office } = scene;
  await officer.enrol('NAMUNA-XXX-0000', { password: 'kam' });
  await page.getByText(officer.text('errors', 'weak-password.advice.short')).waitFor();
  await officer.field('sign-in', 'enrol.password').fill(samplePassword);
  await officer.button('sign-in', 'enrol.submit').click();
  await page.getByText(officer.text('sign-in', 'enrol.notSame')).waitFor();
  expect(await office.server.data.devices()).toHaveLength(0);
});

test('a code that another PC has used is named', async () => {
  const { officer, page, office } = scene;
  const used = office.freshCode();
  await new TestDevice(office.server.url).enrol(used);
  await officer.enrol(used);
  await page.getByText(officer.text('errors', 'activation-code-used.title')).waitFor();
  expect(await officer.field('sign-in', 'enrol.activationCode').inputValue()).toBe(used);
});

test('a server that cannot be reached is named, and the same form works when it can', async () => {
  const { officer, page, office } = scene;
  const code = office.freshCode();
  await office.link.cut();
  await officer.enrol(code);
  await page.getByText(officer.text('errors', 'server-unreachable.title')).waitFor();
  await office.link.restore();

  await officer.button('sign-in', 'enrol.submit').click();
  const shown = page.locator('.recovery-key');
  await shown.waitFor();
  expect((await shown.textContent())?.replace(/[^0-9A-Z]/g, '').length).toBeGreaterThanOrEqual(24);
  expect(await officer.button('sign-in', 'recovery.continue').isDisabled()).toBe(true);
  await officer.keepRecoveryKey();
  expect(await shown.count()).toBe(0);
});

test('the queue fills with the requests of the officer’s district', async () => {
  const { officer, page, office } = scene;
  await officer.seeQueue();
  await officer.seeSync('complete');
  const pending = (await office.requests()).filter(({ status }) => status === 'pending');
  const toDo = page.locator('.queue-pile[aria-pressed="true"] .queue-pile-count');
  await expect.poll(() => toDo.textContent()).toBe(String(pending.length));
});

test('locking shuts everything; a wrong password is named, the right one opens it without a link', async () => {
  const { officer, page, office } = scene;
  await officer.lock();
  expect(await page.locator('.queue-row').count()).toBe(0);
  await office.link.cut();
  await officer.signIn('गलत-पासवर्ड-नमूना-9');
  await page.getByText(officer.text('errors', 'wrong-password.title')).first().waitFor();
  await officer.showIn('en');
  await page
    .getByText(words('en', 'errors', 'wrong-password.title'))
    .first()
    .waitFor();
  await officer.showIn('hi');
  await officer.signIn('');
  await page.getByText(officer.text('sign-in', 'nothingTyped')).waitFor();
  await officer.signIn();
  await officer.seeQueue();
});

test('the next start asks for the password, and opens without a link', async () => {
  await scene.restart('quit');
  const { officer, page } = scene;
  await officer.field('sign-in', 'password').waitFor();
  expect(await page.locator('.recovery-key').count()).toBe(0);
  await officer.signIn();
  await officer.seeQueue();
  await officer.syncNow();
  await officer.seeSync('offline');
  const lastContact = officer
    .text('sync', 'lastContact')
    .replace(/\{\{.*$/, '')
    .trim();
  await officer.syncStrip.getByText(lastContact).waitFor();
});
