import type { i18n } from 'i18next';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { tell } from '../../app/start-desk.ts';

/** Opens the oldest decision that waits for a choice: who goes from one to the next comes to the end. */
export async function openFirstConflict(texts: i18n): Promise<void> {
  const answer = await call('outbox.decisions', { state: 'conflicted', limit: 2000 });
  if (!answer.ok) {
    tell(texts, answer.error);
    return;
  }
  // The outbox has the newest first.
  const open = answer.value.findLast(({ conflict }) => conflict !== null && conflict.endedAt === null);
  const { go } = useDesk.getState();
  go(open ? { name: 'conflict', decisionId: open.decisionId } : { name: 'outbox' });
}
