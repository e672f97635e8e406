import type { Page } from 'playwright-core';
import type { Language } from '../../../shared/domain/values.ts';
import type { MadePaper, PaperWish } from '../../../shared/ipc/views/paper.ts';
import { callDesk } from './call-desk.ts';

/** A paper as the window gets it: what is said of it, and its bytes. */
export interface FetchedPaper {
  made: MadePaper;
  bytes: Uint8Array;
}

/** Makes a paper and fetches it from where the viewer does. @throws with the named error when it is refused. */
export async function fetchPaper(page: Page, paper: PaperWish, language: Language): Promise<FetchedPaper> {
  const made = await callDesk(page, 'paper.make', { paper, language });
  if (!made.ok) throw new Error(`paper.make ${paper.kind}: ${made.error.kind}`);
  const body = await page.evaluate(async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, made.value.url);
  return { made: made.value, bytes: new Uint8Array(body) };
}
