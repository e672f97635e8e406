import { chromium } from 'playwright-core';

/** Reloads the app's window through its debugging port; a window that is just closing is left alone. */
export async function reloadWindow(port: number): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page) => page.reload()));
  } finally {
    await browser.close();
  }
}
