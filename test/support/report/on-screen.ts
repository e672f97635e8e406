import type { Page } from 'playwright-core';

/** A table of the report as the officer reads it. */
export interface ShownTable {
  columns: string[];
  rows: string[][];
  /** The sums below, where the table has them. */
  total: string[] | null;
}

/** Every section of the report by its heading. */
export async function shownTables(page: Page): Promise<Map<string, ShownTable>> {
  const sections = await page.locator('.report-section').evaluateAll((all) =>
    all.map((section) => {
      const texts = (row: Element) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim());
      const foot = section.querySelector('tfoot tr');
      return {
        title: section.querySelector('h2')?.textContent ?? '',
        columns: [...section.querySelectorAll('thead tr')].flatMap(texts),
        rows: [...section.querySelectorAll('tbody tr')].map(texts),
        total: foot === null ? null : texts(foot),
      };
    }),
  );
  return new Map(sections.map(({ title, ...table }) => [title, table]));
}

/** The figures at the head of the report, by their names. */
export async function shownTotals(page: Page): Promise<Map<string, string>> {
  const totals = await page
    .locator('.report-totals > div')
    .evaluateAll((all) =>
      all.map((one) => [
        one.querySelector('dt')?.textContent ?? '',
        one.querySelector('dd')?.textContent ?? '',
      ]),
    );
  return new Map(totals as [string, string][]);
}
