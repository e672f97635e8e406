import type { Page } from 'playwright-core';
import type {} from '../../../renderer/app/bridge.ts';
import type { Answer, Channel, Input } from '../../../shared/ipc/derive.ts';

/** Calls the main process over the window's own bridge: what a window that was tampered with could do as well. */
export async function callDesk<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Answer<C>> {
  const answer: unknown = await page.evaluate(
    ([name, value]) => window.desk.call(name as Channel, value as never),
    [channel as string, input as unknown] as const,
  );
  return answer as Answer<C>;
}
