import type { i18n } from 'i18next';
import { call } from '../../app/bridge.ts';
import { tell } from '../../app/start-desk.ts';

/** Asks for a sync. What comes of it is told by the status, which the strip shows. */
export async function syncNow(texts: i18n): Promise<void> {
  const answer = await call('sync.now', undefined);
  if (!answer.ok) tell(texts, answer.error);
}
