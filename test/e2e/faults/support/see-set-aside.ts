import type { Officer } from '../../../support/officer/officer.ts';

/** Opens the outbox at what was set aside. */
export async function seeSetAside(officer: Officer): Promise<void> {
  await seeOutbox(officer);
  await officer.page.getByRole('tab').last().click();
}

/** Opens the outbox at the scans that are not here. */
export async function seeMissingScans(officer: Officer): Promise<void> {
  await seeOutbox(officer);
  await officer.page.getByRole('tab').nth(2).click();
}

/** A review that is still open has tabs, too: it has to go first. */
async function seeOutbox(officer: Officer): Promise<void> {
  await officer.goTo('outbox');
  await officer.page.locator('.review-panes').waitFor({ state: 'detached' });
}
