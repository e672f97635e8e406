import { useEffect, useState } from 'react';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { ArchiveAnswer } from '../../../shared/ipc/views/archive-hit.ts';
import { call } from '../../app/bridge.ts';

/** Keys of one stroke after the other are asked for together; shorter than anyone notices. */
const quietMs = 40;
const mostHits = 20;
/** The longest that the archive takes. */
const mostText = 200;

export interface ArchiveSearch {
  /** Of the words typed last that were answered: it stays until the next answer, so that nothing flickers. */
  answer: ArchiveAnswer | null;
  /** The words that `answer` is about. */
  answered: string;
  error: DeskError | null;
}

const nothing: ArchiveSearch = { answer: null, answered: '', error: null };

/** Searches the archive with each stroke. An answer to earlier words never takes the place of a later one. */
export function useArchiveSearch(typed: string): ArchiveSearch {
  const text = typed.trim().slice(0, mostText);
  const [search, setSearch] = useState<ArchiveSearch>(nothing);

  useEffect(() => {
    if (text === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call('archive.search', { text, limit: mostHits }).then((answer) => {
        if (!isCurrent) return;
        setSearch(
          answer.ok
            ? { answer: answer.value, answered: text, error: null }
            : { answer: null, answered: text, error: answer.error },
        );
      });
    }, quietMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);

  return text === '' ? nothing : search;
}
