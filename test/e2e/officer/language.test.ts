import { expect, test } from 'vitest';
import type { Language } from '../../../shared/domain/values.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { hasBothScans, passing, failingTwo, sampleCases } from '../../support/e2e/sample-cases.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { Officer } from '../../support/officer/officer.ts';
import { words } from '../../support/officer/words.ts';

const cases = sampleCases({
  form: { change: failingTwo },
  scanned: { fits: hasBothScans, change: passing },
});
const scene = useScene({ isEnrolled: false, requests: 40, shape: cases.shape });

/** Looks at one screen in both languages; all faults of a screen are named at once. */
async function expectSound(name: string): Promise<void> {
  const { officer, page } = scene;
  for (const language of ['en', 'hi'] as const satisfies readonly Language[]) {
    if (!(await officer.dialog.isVisible())) await officer.showIn(language);
    expect.soft(await rawTexts(page), `${name}, ${language}: texts`).toEqual([]);
    expect.soft(await seriousViolations(page), `${name}, ${language}: axe`).toEqual([]);
  }
}

test('enrolment and its messages, and the recovery key', async () => {
  const { officer, page, office } = scene;
  await officer.field('sign-in', 'enrol.activationCode').waitFor();
  await expectSound('enrolment');
  await officer.enrol('NAMUNA-XXX-0000');
  await page.getByText(officer.text('errors', 'activation-code-wrong.title')).waitFor();
  await expectSound('enrolment refused');
  await officer.enrol(office.freshCode());
  await page.locator('.recovery-key').waitFor();
  await expectSound('recovery key');
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await officer.seeSync('complete');
});

test('the queue, empty and filled, and the keys', async () => {
  const { officer, page } = scene;
  await expectSound('queue');
  await page.locator('.queue-search input').fill('ऐसा कुछ नहीं');
  await page.getByText(officer.text('queue', 'empty.noMatch.title')).waitFor();
  await expectSound('queue without a match');
  await page.locator('.queue-search input').fill('');
  await officer.seeQueue();
  await officer.button('shell', 'shortcuts.open').click();
  await officer.dialog.waitFor();
  await expectSound('keys');
  await page.keyboard.press('Escape');
  await officer.dialog.waitFor({ state: 'detached' });
});

test('changing the language in the middle of a review keeps everything that was typed and chosen', async () => {
  const { officer, page } = scene;
  const request = cases.request('form');
  const remarks = 'नमूना: आधी लिखी टिप्पणी';
  const reason = 'नमूना: रसीद देखी';
  await officer.open(request.requestNo);
  await officer.outcomeButton('approve').click();
  await page.locator('.review-overrides input').first().fill(reason);
  await officer.remarks.fill(remarks);
  await officer.showIn('en');
  const reader = new Officer(page, 'en');
  await page.getByRole('region', { name: words('en', 'review', 'decide.label') }).waitFor();
  expect(await reader.remarks.inputValue()).toBe(remarks);
  expect(await page.locator('.review-overrides input').first().inputValue()).toBe(reason);
  expect(await reader.outcomeButton('approve').getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('.review-head-title').textContent()).toContain(request.centreName.en);
  await officer.showIn('hi');
  expect(await officer.remarks.inputValue()).toBe(remarks);
});

test('the review with failing conditions, with scans, confirming, decided', async () => {
  const { officer, page } = scene;
  await expectSound('review with failing conditions');
  await officer.open(cases.request('scanned').requestNo);
  await officer.seeScan();
  await expectSound('review with scans');
  await officer.prepare('return', 'नमूना: फिर भेजें');
  await expectSound('confirmation');
  await officer.confirm();
  await officer.seeRecorded('return');
  await expectSound('decided');
  await page.locator('.undo-notice').waitFor();
});

test('outbox, receipt, settings, sign-in', async () => {
  const { officer, page } = scene;
  await officer.goTo('outbox');
  await officer.outboxRow(cases.request('scanned').requestNo).waitFor();
  await expectSound('outbox');
  await officer.sealAll();
  await officer.showReceipt();
  await expectSound('receipt');
  await page.keyboard.press('Escape');
  await officer.dialog.waitFor({ state: 'detached' });
  await officer.goTo('settings');
  await page.getByRole('textbox', { name: officer.text('settings', 'fields.graceMinutes.label') }).waitFor();
  await expectSound('settings');
  await officer.lock();
  await officer.signIn('गलत-पासवर्ड-नमूना-9');
  await page.getByText(officer.text('errors', 'wrong-password.title')).first().waitFor();
  await expectSound('sign-in refused');
});
