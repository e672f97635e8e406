import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictChoice } from '../../../shared/domain/conflict.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { tell } from '../../app/start-desk.ts';
import { showNotice } from '../../ui/notice.tsx';

interface Resolving {
  /** The choice that is being carried out. */
  pending: ConflictChoice | null;
  resolve: (how: ConflictChoice, settled?: () => void) => void;
}

/** Carries a choice out, and goes where the work goes on: to the review, or back to the outbox. */
export function useResolve(conflict: ConflictView, onRefused: () => void): Resolving {
  const { t, i18n } = useTranslation('conflict');
  const [pending, setPending] = useState<ConflictChoice | null>(null);
  const go = useDesk((desk) => desk.go);
  const { decisionId, requestId, requestNo, present } = conflict;

  async function run(how: ConflictChoice, settled: () => void): Promise<void> {
    setPending(how);
    const answer = await call('conflict.resolve', {
      decisionId,
      how,
      requestVersion: present?.version ?? null,
    });
    setPending(null);
    settled();
    if (!answer.ok) {
      tell(i18n, answer.error);
      onRefused();
      return;
    }
    showNotice({ tone: 'good', title: t(`done.${how}`), content: requestNo }, 6000);
    go(how === 'acknowledge' ? { name: 'outbox' } : { name: 'review', requestId });
  }

  return {
    pending,
    resolve: (how, settled = () => undefined) => {
      if (pending === null) void run(how, settled);
    },
  };
}
