import { useEffect, useState } from 'react';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { ScanFolder } from '../../../shared/ipc/views/documents.ts';
import { call, on } from '../../app/bridge.ts';

export interface WatchedFolder {
  folder: ScanFolder | null;
  error: DeskError | null;
  choose: () => Promise<boolean>;
  forget: () => Promise<boolean>;
  /** @returns whether it is deleted; why not is then in `error`. */
  deleteOriginal: (fileId: string) => Promise<boolean>;
}

/** The watched scan folder, as the main process sees it now. */
export function useScanFolder(): WatchedFolder {
  const [folder, setFolder] = useState<ScanFolder | null>(null);
  const [error, setError] = useState<DeskError | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void call('folder.state', undefined).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setFolder(answer.value);
      else setError(answer.error);
    });
    const stop = on('folder', setFolder);
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);

  const run = async (asked: Promise<Result<ScanFolder, DeskError>>) => {
    const answer = await asked;
    if (answer.ok) setFolder(answer.value);
    setError(answer.ok ? null : answer.error);
    return answer.ok;
  };
  return {
    folder,
    error,
    choose: () => run(call('folder.choose', undefined)),
    forget: () => run(call('folder.forget', undefined)),
    deleteOriginal: (fileId) => run(call('folder.deleteOriginal', { fileId })),
  };
}
