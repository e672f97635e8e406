import { expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { detailInVault } from '../../support/officer/reviewing.ts';

const cases = sampleCases({
  decided: { change: passing },
  changed: { change: passing },
  withdrawn: { change: passing },
  open: { change: passing },
});
const scene = useScene({ hasScans: false, requests: 40, shape: cases.shape });

test.each([
  ['decided', 'already-decided', 'rejected'],
  ['withdrawn', 'withdrawn', 'withdrawn'],
  ['changed', 'changed-since', 'pending'],
] as const)(
  '%s on the server meanwhile: conflicted, nothing overwritten, said in words',
  async (name, answer, status) => {
    const { officer, page, office } = scene;
    const request = cases.request(name);
    await office.link.cut();
    await officer.syncNow();
    await officer.seeSync('offline');
    await officer.open(request.requestNo);
    await officer.decide('approve', 'नमूना: बिना नेटवर्क के');
    await officer.seeRecorded('approve');
    const onServer = await office.server.data.changeRequest(request.id, (before) => ({
      ...before,
      status,
      reason: 'नमूना: सर्वर पर बदला गया',
    }));
    await officer.sealAll();
    await office.link.restore();
    await officer.syncNow();

    const row = officer.outboxRow(request.requestNo);
    await row.getByText(officer.text('common', 'decisionState.conflicted')).waitFor();
    await row.getByText(officer.text('outbox', `answers.${answer}`)).waitFor();
    expect(await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).count()).toBe(0);
    expect(await office.server.data.request(request.id)).toEqual(onServer);

    const stored = await detailInVault(officer, request.id);
    expect(stored.request).toEqual(onServer);
    expect(stored.decision?.state).toBe('conflicted');
    await row.getByRole('button', { name: officer.text('outbox', 'openRequest') }).click();
    await page.getByText('नमूना: सर्वर पर बदला गया').first().waitFor();
    if (status === 'pending') {
      await officer.outcomeButton('approve').waitFor();
      const what = officer.text('review', 'state.conflicted');
      await page.getByText(officer.text('review', 'earlier', { what })).waitFor();
    } else
      await page.locator('.review-decided').getByText(officer.text('review', 'state.conflicted')).waitFor();
  },
);

test('a request that changes while it is open: the officer is told, and what was typed is kept', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('open');
  const remarks = 'नमूना: पहले वाले तथ्यों पर';
  await officer.open(request.requestNo);
  await officer.remarks.fill(remarks);
  await officer.outcomeButton('reject').click();
  await page.locator('.review-outcome-fields .choice').first().click();
  await office.server.data.changeRequest(request.id, (before) => ({
    ...before,
    reason: 'नमूना: नया कारण आया',
  }));
  await officer.syncNow();
  await page.getByText(officer.text('review', 'changed')).waitFor();
  await page.getByText('नमूना: नया कारण आया').first().waitFor();
  expect(await officer.remarks.inputValue()).toBe(remarks);
  expect(await office.server.data.request(request.id).then((after) => after?.status)).toBe('pending');
});

test('a decision confirmed on facts that have just changed is not recorded, and what was typed is kept', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('open');
  const typed = await officer.remarks.inputValue();
  await officer.button('review', 'decide.record').click();
  await officer.dialog.waitFor();
  const record = officer.dialog.getByRole('button', { name: officer.text('review', 'confirm.record') });
  await office.server.data.changeRequest(request.id, (before) => ({ ...before, migrationsBefore: 1 }));

  // The vault gets the change, the window does not hear of it before the button is pressed.
  const seen = (await detailInVault(officer, request.id)).request.version;
  await record.evaluate(
    async (button: HTMLButtonElement, { id, version }) => {
      await window.desk.call('sync.now', undefined);
      for (;;) {
        const answer = await window.desk.call('request.open', { id });
        if (answer.ok && answer.value.request.version > version) break;
      }
      button.click();
    },
    { id: request.id, version: seen },
  );
  await page
    .getByText(officer.text('errors', 'request-changed.title'))
    .or(page.getByText(officer.text('review', 'changed')))
    .first()
    .waitFor();
  expect((await detailInVault(officer, request.id)).decision).toBeNull();
  await expect.poll(() => officer.remarks.inputValue()).toBe(typed);
});

test('a confirmation that stands open while the facts change is taken back, and says why', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('open');
  await officer.button('review', 'decide.record').click();
  await officer.dialog.waitFor();
  await office.server.data.changeRequest(request.id, (before) => ({ ...before, reason: 'नमूना: तीसरा कारण' }));
  await callDesk(page, 'sync.now', undefined);
  await officer.dialog.waitFor({ state: 'detached' });
  await page.getByText(officer.text('errors', 'request-changed.title')).waitFor();
  await page.getByText('नमूना: तीसरा कारण').first().waitFor();
  expect((await detailInVault(officer, request.id)).decision).toBeNull();
  await officer.button('review', 'decide.record').click();
  await officer.dialog.waitFor();
  await page.keyboard.press('Escape');
});
