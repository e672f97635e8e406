import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { resources } from '../../../renderer/app/i18n/resources.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The list's scroller is reached through its grid, which has the focus and moves the selection by the arrow keys; a tab
 * stop of its own would be one too many.
 */
const soundByDesign = ['scrollable-region-focusable .queue-scroll'];

/**
 * What axe finds on the screen that is serious or critical, one line each. Left out are the announcements of React Aria:
 * spoken once, they stand a few seconds longer than the button that they name.
 */
export async function seriousViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the content policy does not bind; it is gone with each reload.
  await page.evaluate(axeSource);
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    return axe.run({ exclude: ['[data-live-announcer]'] });
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`))
    .filter((line) => !soundByDesign.includes(line));
}

/** Keys and empty places of the texts that stand on the screen in place of words. */
export async function rawTexts(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.body.innerText, ...spoken].join('\n');
  });
  const keys = Object.values(resources.hi).flatMap((texts) => dottedKeys(texts));
  return [
    ...keys.filter((key) => shown.includes(key)),
    ...(shown.match(/\{\{\w*\}\}|\[object \w+\]/g) ?? []),
  ];
}

function dottedKeys(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return dottedKeys(value, key);
    return key.includes('.') ? [key] : [];
  });
}
