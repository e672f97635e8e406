import type { Locator } from 'playwright-core';
import type { Officer } from './officer.ts';

export type Part = 'today' | 'queue' | 'status' | 'transfers' | 'outbox' | 'reports' | 'office' | 'settings';

/** Goes to a part of the desk by the navigation, and waits until it says that it is there. */
export async function goToPart(officer: Officer, part: Part): Promise<void> {
  const button = officer.page
    .getByRole('navigation')
    .getByRole('button', { name: officer.text('shell', `navigation.${part}`) });
  await button.click();
  await officer.page.locator('.navigation button[aria-current="page"]').waitFor();
}

/** Chooses one of a list by its words. */
export async function choose(officer: Officer, select: Locator, option: string): Promise<void> {
  await select.locator('.select-button').click();
  await officer.page.getByRole('option', { name: option, exact: true }).click();
}

/** The field with a label, with its select or input and what is said below it. */
export function fieldNamed(scope: Locator, label: string): Locator {
  const page = scope.page();
  return scope.locator('.field').filter({ has: page.locator('.field-label', { hasText: label }) });
}
