import { useCallback, useEffect, useState } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { DocumentReview } from '../../../shared/ipc/views/documents.ts';
import { call, on } from '../../app/bridge.ts';

export interface OpenedReview {
  /** Null until it came. */
  review: DocumentReview | null;
  error: DeskError | null;
  reload: () => void;
}

/** What stands on the request's documents; read again whenever the main process says that it changed. */
export function useDocumentReview(requestId: RequestId): OpenedReview {
  const [review, setReview] = useState<DocumentReview | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [asked, setAsked] = useState(0);
  const reload = useCallback(() => {
    setAsked((count) => count + 1);
  }, []);

  useEffect(() => {
    let isCurrent = true;
    void call('documents.review', { requestId }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setReview(answer.value);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [requestId, asked]);

  useEffect(
    () =>
      on('documents', (changed) => {
        if (changed.requestId === requestId) reload();
      }),
    [requestId, reload],
  );

  return { review, error, reload };
}
