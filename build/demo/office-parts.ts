import type { Locator } from 'playwright-core';
import { addOwn, ownRow } from '../../test/support/officer/office-data.ts';
import type { Officer } from '../../test/support/officer/officer.ts';
import { goToPart } from '../../test/support/officer/screens.ts';

/** What is due, as it stands in the morning. */
export async function seeToday(officer: Officer): Promise<void> {
  await goToPart(officer, 'today');
  await officer.page.locator('.today-figures').waitFor();
}

/** An operator asks at the counter: types what was said, until one request's story is told. */
export async function askAtCounter(officer: Officer, said: string): Promise<void> {
  await goToPart(officer, 'status');
  await officer.page.locator('.status-box input').fill(said);
  await officer.page.locator('.status-holder').waitFor();
}

/** Waits until the paper on the screen is drawn. */
export async function seePaper(officer: Officer): Promise<void> {
  await officer.dialog.locator('.viewer-page[data-ready="true"]').first().waitFor({ timeout: 60_000 });
}

export async function closePaper(officer: Officer): Promise<void> {
  await officer.page.keyboard.press('Escape');
  await officer.dialog.waitFor({ state: 'detached' });
}

/** Shows the order of the first decision in the outbox that has one. */
export async function showOrder(officer: Officer): Promise<void> {
  await goToPart(officer, 'outbox');
  const orders = officer.page.locator('.list-table').getByRole('button', {
    name: officer.text('outbox', 'order.show'),
  });
  await orders.first().click();
  await seePaper(officer);
}

/** Shows the register of today. */
export async function showRegister(officer: Officer): Promise<void> {
  await goToPart(officer, 'outbox');
  await officer.button('outbox', 'register.open').click();
  await officer.dialog.getByRole('button', { name: officer.text('outbox', 'register.make') }).click();
  await seePaper(officer);
}

/** The heap of transfers whose differences nobody has taken note of; the first is opened. */
export async function openDifferences(officer: Officer): Promise<void> {
  await goToPart(officer, 'transfers');
  const heap = transferHeap(officer, 'to-acknowledge');
  await heap.getByRole('button').first().click();
  await officer.page.locator('.reconciliation').waitFor();
}

/** Takes note of all differences of the open transfer, with a reason, and records its first follow-up as done. */
export async function settleTransfer(officer: Officer): Promise<void> {
  await officer.page.locator('.transfer-acknowledge').getByRole('button').last().click();
  await officer.dialog.getByRole('textbox').fill('नमूना: एलएसपी से पुष्टि ली, अंतर अगले दिन जमा हुआ');
  await confirmAct(officer, 'acknowledge.confirm');
  await officer.page.locator('.transfer-follow-ups').getByRole('button').first().click();
  await confirmAct(officer, 'followUps.record');
  await officer.page.locator('.transfer-follow-ups li[data-done="true"]').first().waitFor();
}

/** Waits until the report of this month is counted. */
export async function seeReport(officer: Officer): Promise<void> {
  await goToPart(officer, 'reports');
  await officer.page.locator('.report-totals').waitFor();
}

/** A helpline of the office: told at the counter and printed on slips from now on. */
export async function addHelpline(officer: Officer): Promise<void> {
  const name = 'नमूना जिला हेल्पलाइन';
  await addOwn(officer, { kind: 'helpline', hi: name, number: '0141-0000000' });
  await ownRow(officer, name).waitFor();
}

async function confirmAct(officer: Officer, key: string): Promise<void> {
  await officer.dialog.getByRole('button', { name: officer.text('transfers', key) }).click();
  await officer.dialog.waitFor({ state: 'detached' });
}

function transferHeap(officer: Officer, pile: string): Locator {
  return officer.page
    .locator('.transfer-pile')
    .filter({ has: officer.page.getByText(officer.text('transfers', `piles.${pile}`)) });
}
