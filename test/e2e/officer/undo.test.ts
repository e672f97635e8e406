import { expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { detailInVault } from '../../support/officer/reviewing.ts';

const cases = sampleCases({
  notice: { change: passing },
  keyboard: { change: passing },
  outbox: { change: passing },
  late: { change: passing },
  grace: { change: passing },
});
const scene = useScene({ hasScans: false, requests: 40, shape: cases.shape });

async function decideOn(name: Parameters<typeof cases.request>[0]) {
  const request = cases.request(name);
  await scene.officer.open(request.requestNo);
  await scene.officer.decide('reject', `नमूना: ${name}`);
  await scene.officer.seeRecorded('reject');
  return request;
}

test('undo in the notice brings the review back with what was typed', async () => {
  const { officer, page } = scene;
  const request = await decideOn('notice');
  await page.locator('.undo-notice').getByRole('button').click();
  await officer.remarks.waitFor();
  expect(await officer.remarks.inputValue()).toBe('नमूना: notice');
  expect((await detailInVault(officer, request.id)).decision).toBeNull();
});

test('undo by key, on another screen', async () => {
  const { officer, page } = scene;
  const request = await decideOn('keyboard');
  await officer.goTo('settings');
  await page.locator('.undo-notice').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(officer.text('review', 'notice.undone')).first().waitFor();
  expect((await detailInVault(officer, request.id)).row.pile).toBe('to-do');
});

test('undo in the outbox; an undone decision is never sent', async () => {
  const { officer, page, office } = scene;
  const request = await decideOn('outbox');
  await officer.goTo('outbox');
  const row = officer.outboxRow(request.requestNo);
  await row.getByRole('button', { name: officer.text('common', 'undo') }).click();
  await page.getByText(officer.text('outbox', 'undoneNotice')).first().waitFor();
  await row.waitFor({ state: 'detached' });
  await officer.syncNow();
  await officer.seeSync('complete');
  expect(await office.server.data.countDecisions()).toBe(0);
});

test('what is sealed cannot be undone: a late press is refused with the reason on screen', async () => {
  const { officer, page, office } = scene;
  const request = await decideOn('late');
  const decision = (await detailInVault(officer, request.id)).decision;
  if (!decision) throw new Error('The decision is not in the vault');
  const button = page.locator('.undo-notice').getByRole('button');
  // In one go, so that the notice has not heard of the sealing when its button is pressed.
  await button.evaluate((undo: HTMLButtonElement, id) => {
    void window.desk.call('decision.seal', { decisionIds: [id] });
    undo.click();
  }, decision.id);
  await page.getByText(officer.text('errors', 'undo-too-late.title')).first().waitFor();
  await page.getByText(officer.text('errors', 'undo-too-late.advice')).first().waitFor();

  await officer.goTo('outbox');
  const row = officer.outboxRow(request.requestNo);
  await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).waitFor();
  expect(await row.getByRole('button', { name: officer.text('common', 'undo') }).count()).toBe(0);
  const again = await callDesk(page, 'decision.undo', { decisionId: decision.id });
  expect(again).toMatchObject({ ok: false, error: { kind: 'undo-too-late' } });
  await acceptedOnServer(office, request.id);
});

test('with a grace period of 0 a decision is sealed at once; the setting outlives a restart', async () => {
  await setGrace(0);
  await scene.restart('quit');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  const { officer, office, page } = scene;
  await officer.goTo('settings');
  expect(await graceField().inputValue()).toBe('0');
  const request = cases.request('grace');
  await officer.open(request.requestNo);
  await officer.decide('hold', 'नमूना: तुरंत');
  await officer.goTo('outbox');
  await officer
    .outboxRow(request.requestNo)
    .getByRole('button', { name: officer.text('outbox', 'receipt.show') })
    .waitFor();
  const { content } = await acceptedOnServer(office, request.id);
  expect(content.outcome).toBe('hold');
  expect(await page.locator('.undo-notice').count()).toBe(0);
});

const graceField = () =>
  scene.page.getByRole('textbox', { name: scene.officer.text('settings', 'fields.graceMinutes.label') });

async function setGrace(minutes: number): Promise<void> {
  const { officer, page } = scene;
  await officer.goTo('settings');
  await graceField().fill(String(minutes));
  await graceField().press('Tab');
  await officer.button('common', 'save').click();
  await page.getByText(officer.text('settings', 'saved')).waitFor();
}
