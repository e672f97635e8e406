import type { Page } from 'playwright-core';

/** How far the page itself can be scrolled, in CSS pixels, where only its parts may; and texts that are cut in their boxes. */
export async function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const beyond = scrollWidth - window.innerWidth;
    const below = scrollHeight - window.innerHeight;
    const cut = [...document.querySelectorAll<HTMLElement>('button, th, td, h1, h2, h3, .badge')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).overflow !== 'visible')
      .map((element) => element.outerHTML.slice(0, 120));
    return [...(beyond > 0 ? [`page: ${beyond}`] : []), ...(below > 0 ? [`below: ${below}`] : []), ...cut];
  });
}
