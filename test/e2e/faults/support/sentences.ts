import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../../../shared/domain/values.ts';
import { words } from '../../../support/officer/words.ts';

type Key = Parameters<typeof words> extends [Language, ...infer Rest] ? Rest : never;

/** A text of the window up to the first thing that is filled in, where nobody tells what stands there. */
export function beginning(language: Language, ...key: Key): string {
  return (words(language, ...key).split(/\s*\(?\{\{/)[0] ?? '').trim();
}

/** Waits until these texts stand in a part of the window, in Hindi and, at the toggle, in English. */
export async function seeInBoth(page: Page, part: Locator, ...keys: Key[]): Promise<void> {
  for (const language of ['hi', 'en'] as const) {
    await speak(page, language);
    for (const key of keys)
      await part
        .getByText(beginning(language, ...key))
        .first()
        .waitFor();
  }
  await speak(page, 'hi');
}

/** Changes the window's language as an officer does. */
export async function speak(page: Page, language: Language): Promise<void> {
  const toggle = page.locator(`.language-toggle button[lang="${language}"]`);
  await toggle.click();
  await page.locator(`.language-toggle button[lang="${language}"][aria-pressed="true"]`).waitFor();
}

/** Waits for the title and the advice of an error, in both languages. */
export async function seeError(page: Page, kind: string): Promise<void> {
  const banner = page.getByRole('alert');
  await seeInBoth(page, banner, ['errors', `${kind}.title`], ['errors', `${kind}.advice`]);
}

/** Waits for what the sync strip says, in both languages. */
export async function seeStrip(page: Page, state: string): Promise<void> {
  await page
    .locator('.sync-state')
    .getByText(beginning('hi', 'sync', `state.${state}`))
    .waitFor({ timeout: 60_000 });
  await seeInBoth(page, page.locator('.sync-strip'), ['sync', `state.${state}`]);
}
