import type { Locator } from 'playwright-core';
import type { LocalKind } from '../../../shared/domain/local-addition.ts';
import type { Officer } from './officer.ts';
import { choose, goToPart } from './screens.ts';

export type OfficeTab = 'overview' | 'rules' | 'holidays' | 'lsps' | 'districts' | 'texts' | 'own';

/** Shows a tab of the office's data. Its name may carry a count. */
export async function showTab(officer: Officer, tab: OfficeTab): Promise<Locator> {
  await goToPart(officer, 'office');
  await officer.page.getByRole('tab', { name: officer.text('office', `tab.${tab}`) }).click();
  const panel = officer.page.locator('.office .tab-panel');
  await panel.waitFor();
  return panel;
}

export interface TypedAddition {
  kind: Exclude<LocalKind, 'logo'>;
  date?: string;
  hi?: string;
  en?: string;
  number?: string;
}

/** Fills the form of an addition and sends it; what comes of it is the caller's to expect. */
export async function addOwn(officer: Officer, addition: TypedAddition): Promise<void> {
  const { kind } = addition;
  const panel = await showTab(officer, 'own');
  await choose(officer, panel, officer.text('office', `local.${kind}`));
  const field = (label: string) => panel.locator('form').getByRole('textbox', { name: label, exact: true });
  if (addition.date !== undefined) await field(officer.text('office', 'column.date')).fill(addition.date);
  await field(officer.text('office', `add.${kind}.hi`)).fill(addition.hi ?? '');
  await field(officer.text('office', `add.${kind}.en`)).fill(addition.en ?? '');
  if (addition.number !== undefined)
    await field(officer.text('office', 'column.number')).fill(addition.number);
  await panel
    .locator('form')
    .getByRole('button', { name: officer.text('office', 'add.button') })
    .click();
}

/** The line of an addition, by a text in it. */
export function ownRow(officer: Officer, text: string): Locator {
  return officer.page.locator('.office-own .master-table tbody tr').filter({ hasText: text });
}

export async function removeOwn(officer: Officer, text: string): Promise<void> {
  await showTab(officer, 'own');
  await ownRow(officer, text).getByRole('button').click();
  await officer.dialog.getByRole('button', { name: officer.text('office', 'own.remove') }).click();
  await ownRow(officer, text).waitFor({ state: 'detached' });
}

/** The rows of the first table with a caption, as texts. */
export async function tableRows(scope: Locator, caption: string): Promise<string[][]> {
  const table = scope
    .locator('.master-table')
    .filter({ has: scope.page().locator('caption', { hasText: caption }) });
  return table
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
    );
}
