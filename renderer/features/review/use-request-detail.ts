import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { readModel, type ReadRow } from '../../app/read-model/read-model.ts';
import { draftsSettled } from './left-drafts.ts';

export interface OpenedRequest {
  detail: RequestDetail | null;
  error: DeskError | null;
  /** The request's version when the officer opened it; another one now means that the facts have changed. */
  openedVersion: number | null;
  reload: () => void;
  /** The officer has seen the new facts. */
  acceptVersion: () => void;
}

/** A request with everything to review it by; asked for again when the change feed says that it changed. */
export function useRequestDetail(requestId: RequestId): OpenedRequest {
  const [detail, setDetail] = useState<RequestDetail | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [openedVersion, setOpenedVersion] = useState<number | null>(null);
  const [asked, setAsked] = useState(0);
  const row = useLiveQuery(() => readModel.requests.get(requestId), [requestId]);
  const scansMissing = useDesk((desk) => desk.sync?.scansMissing ?? 0);
  const isWaitingForScans =
    detail?.scans.some(({ state }) => state === 'waiting' || state === 'unmasked') ?? false;
  const mark = changeMark(row, isWaitingForScans, scansMissing);

  useEffect(() => {
    let isCurrent = true;
    const answered = draftsSettled().then(() => call('request.open', { id: requestId }));
    void answered.then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) {
        setDetail(answer.value);
        setOpenedVersion((version) => version ?? answer.value.request.version);
      }
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [requestId, mark, asked]);

  const reload = useCallback(() => {
    setAsked((count) => count + 1);
  }, []);
  const acceptVersion = useCallback(() => {
    setOpenedVersion(detail?.request.version ?? null);
  }, [detail]);
  return { detail, error, openedVersion, reload, acceptVersion };
}

/**
 * What a change of the row must touch to be worth asking again. Saving the draft changes the row as well, several times
 * a minute, and is not.
 */
function changeMark(row: ReadRow | undefined, isWaitingForScans: boolean, scansMissing: number): string {
  if (!row) return '';
  const parts = [row.version, row.status, row.pile, row.decision?.id ?? '', row.decision?.state ?? ''];
  return [...parts, ...(isWaitingForScans ? [row.revision, scansMissing] : [])].join('|');
}
