import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/domain/values.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { MadePaper, PaperWish } from '../../../shared/ipc/views/paper.ts';
import { call } from '../../app/bridge.ts';

export type PaperState =
  { step: 'making' } | { step: 'failed'; error: DeskError } | { step: 'made'; made: MadePaper };

export interface PaperInHand {
  state: PaperState;
  /** Makes it once more: after a fault, or when it is no longer in memory. */
  again: () => void;
}

/** A paper in one language, made when it is asked for. What was made for an earlier wish is never shown for this one. */
export function usePaper(paper: PaperWish, language: Language): PaperInHand {
  const [asked, setAsked] = useState(0);
  const wish = JSON.stringify([paper, language, asked]);
  const [answer, setAnswer] = useState<{ wish: string; state: PaperState } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const [wanted, inLanguage] = JSON.parse(wish) as [PaperWish, Language];
    void call('paper.make', { paper: wanted, language: inLanguage }).then((made) => {
      if (!isCurrent) return;
      setAnswer({
        wish,
        state: made.ok ? { step: 'made', made: made.value } : { step: 'failed', error: made.error },
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [wish]);

  return {
    state: answer?.wish === wish ? answer.state : { step: 'making' },
    again: () => {
      setAsked((count) => count + 1);
    },
  };
}
