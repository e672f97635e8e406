import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../shared/domain/decision.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { call } from '../../app/bridge.ts';
import { emptyDraft } from './decision-form.ts';
import { DraftSaver, type SaveState } from './draft-saver.ts';
import { keepUntilSaved } from './left-drafts.ts';
import { savableDraft } from './savable-draft.ts';

export interface ReviewDraft {
  draft: Draft;
  change: (draft: Draft) => void;
  save: SaveState;
  /** Saves what is unsaved now; resolves when it is durable or has failed. */
  flush: () => Promise<void>;
  /** Nothing is saved any more: the decision was recorded. */
  stop: () => void;
}

/**
 * The unfinished review of one request: restored from the vault, saved within a second of each change, and at once
 * when the officer leaves the screen, the window or the session.
 */
export function useReviewDraft(requestId: RequestId, kept: Draft | null): ReviewDraft {
  const [draft, setDraft] = useState<Draft>(kept ?? emptyDraft);
  const [save, setSave] = useState<SaveState>({ kind: 'clean' });
  const lastKept = useRef<Draft>(kept ?? emptyDraft);
  const saver = useRef<DraftSaver | null>(null);

  useEffect(() => {
    const started = new DraftSaver({
      save: (unsaved) => call('draft.save', { requestId, draft: unsaved }),
      changed: setSave,
      now: () => Date.now(),
    });
    saver.current = started;
    const flush = () => {
      void started.flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      keepUntilSaved(started.flush());
    };
  }, [requestId]);

  const change = useCallback((next: Draft) => {
    setDraft(next);
    lastKept.current = savableDraft(next, lastKept.current);
    saver.current?.change(lastKept.current);
  }, []);
  const flush = useCallback(async () => {
    await saver.current?.flush();
  }, []);
  const stop = useCallback(() => {
    saver.current?.stop();
  }, []);

  return { draft, change, save, flush, stop };
}
