import type { Page } from 'playwright-core';
import { Officer } from '../../test/support/officer/officer.ts';
import {
  addHelpline,
  askAtCounter,
  closePaper,
  openDifferences,
  seePaper,
  seeReport,
  seeToday,
  settleTransfer,
  showOrder,
  showRegister,
} from './office-parts.ts';

/** Takes a picture and says a line. */
export type Step = (page: Page, name: string, line: string) => Promise<void>;

/** Before the queue: what is due today, and an operator at the counter who knows only the kiosk's code. */
export async function beginAtTheCounter(page: Page, kioskCode: string, step: Step): Promise<void> {
  const officer = new Officer(page);
  await seeToday(officer);
  await step(page, 'today', 'What is due, late and open today; a window that closes soon');
  await askAtCounter(officer, kioskCode.replace(/^K/, 'के'));
  await step(page, 'status', `The counter: ${kioskCode}, typed as it is said, and its story`);
  await page.keyboard.press('Alt+p');
  await seePaper(officer);
  await step(page, 'status-slip', 'A status slip for the operator');
  await closePaper(officer);
}

/** After the decisions are at the server: papers, transfers, the report and the office's own data. */
export async function endOfficeDay(page: Page, step: Step): Promise<void> {
  const officer = new Officer(page);
  await showOrder(officer);
  await step(page, 'order', 'The numbered order, with the receipt of the central server');
  await closePaper(officer);
  await showRegister(officer);
  await step(page, 'register', 'The register of the day');
  await closePaper(officer);
  await openDifferences(officer);
  await step(page, 'transfer', 'A transfer: before beside after, and what differs');
  await settleTransfer(officer);
  await step(page, 'transfer-settled', 'Differences noted with a reason, a follow-up done');
  await seeReport(officer);
  await step(page, 'report', 'The report of the month');
  await addHelpline(officer);
  await step(page, 'office', 'A helpline added to the office data');
}
