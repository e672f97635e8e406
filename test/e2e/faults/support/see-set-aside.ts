import type { Officer } from '../../../support/officer/officer.ts';

/** Opens the outbox at what was set aside. A review that is still open has tabs, too: it has to go first. */
export async function seeSetAside(officer: Officer): Promise<void> {
  await officer.goTo('outbox');
  await officer.page.locator('.review-panes').waitFor({ state: 'detached' });
  await officer.page.getByRole('tab').nth(1).click();
}
