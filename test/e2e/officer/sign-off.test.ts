import { expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { samplePassword } from '../../support/officer/officer.ts';

const cases = sampleCases({
  first: { change: passing },
  second: { change: passing },
  undone: { change: passing },
});
const scene = useScene({ hasScans: false, requests: 40, shape: cases.shape });

const row = (requestNo: string) =>
  scene.page.locator('.sign-off-table tbody tr').filter({ hasText: requestNo });

test('decisions wait for the sign-off; one is undone, a wrong password seals nothing, the right one sends the rest', async () => {
  const { officer, page, office } = scene;
  await officer.goTo('settings');
  await page.getByText(officer.text('settings', 'sealing.sign-off')).click();
  await officer.button('common', 'save').click();
  await page.getByText(officer.text('settings', 'saved')).waitFor();

  for (const name of ['first', 'second', 'undone'] as const) {
    await officer.open(cases.request(name).requestNo);
    await officer.decide('reject', `नमूना: ${name}`);
    await officer.seeRecorded('reject');
  }
  await officer.syncNow();
  await officer.seeSync('remaining');
  expect(await office.server.data.countDecisions()).toBe(0);

  await officer.goTo('outbox');
  expect(await officer.sealAllButton.count()).toBe(0);
  await officer.button('sign-off', 'open').click();
  await row(cases.request('undone').requestNo).getByRole('button').click();
  await row(cases.request('undone').requestNo).waitFor({ state: 'detached' });

  await page.keyboard.press('Control+Enter');
  await officer.dialog.waitFor();
  await page.keyboard.type('गलत पासवर्ड');
  await page.keyboard.press('Enter');
  await officer.dialog.getByText(officer.text('errors', 'wrong-password.title')).waitFor();
  const listed = await callDesk(page, 'signOff.list', undefined);
  expect(listed.ok && listed.value).toHaveLength(2);

  await page.keyboard.type(samplePassword);
  await page.keyboard.press('Enter');
  await page.getByText(officer.text('sign-off', 'done.title_other', { count: 2 })).waitFor();
  await page.getByText(officer.text('sign-off', 'empty.title')).waitFor();
  await officer.goTo('outbox');
  for (const name of ['first', 'second'] as const) {
    const { id, requestNo } = cases.request(name);
    await officer
      .outboxRow(requestNo)
      .getByRole('button', { name: officer.text('outbox', 'receipt.show') })
      .waitFor();
    expect((await acceptedOnServer(office, id)).content.outcome).toBe('reject');
  }
  expect(await office.server.data.countDecisions()).toBe(2);
});
