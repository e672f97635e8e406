import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { MadePaper } from '../../../shared/ipc/views/paper.ts';
import { call } from '../../app/bridge.ts';

/** What came of printing or saving; `quiet` when nothing did: the officer cancelled. */
export type PaperOutcome =
  | { is: 'none' }
  | { is: 'quiet' }
  | { is: 'printed' }
  | { is: 'saved'; fileName: string }
  | { is: 'failed'; error: DeskError };

export interface PaperActions {
  busy: 'print' | 'save' | null;
  outcome: PaperOutcome;
  print: () => void;
  save: () => void;
}

/** Prints and saves the paper that is shown; nothing while there is none, or while one of both runs. */
export function usePaperActions(made: MadePaper | null): PaperActions {
  const [busy, setBusy] = useState<PaperActions['busy']>(null);
  const [result, setResult] = useState<{ token: string; outcome: PaperOutcome } | null>(null);

  async function run(what: 'print' | 'save', shown: MadePaper): Promise<void> {
    setBusy(what);
    const outcome = what === 'print' ? await print(shown.token) : await save(shown.token);
    setBusy(null);
    setResult({ token: shown.token, outcome });
  }
  const start = (what: 'print' | 'save') => () => {
    if (made !== null && busy === null) void run(what, made);
  };
  const isOfShown = result !== null && result.token === made?.token;
  return {
    busy,
    outcome: isOfShown ? result.outcome : { is: 'none' },
    print: start('print'),
    save: start('save'),
  };
}

async function print(token: string): Promise<PaperOutcome> {
  const answer = await call('paper.print', { token });
  if (!answer.ok) return { is: 'failed', error: answer.error };
  return answer.value.printed ? { is: 'printed' } : { is: 'quiet' };
}

async function save(token: string): Promise<PaperOutcome> {
  const answer = await call('paper.save', { token });
  if (!answer.ok) return { is: 'failed', error: answer.error };
  const { savedAs } = answer.value;
  return savedAs === null ? { is: 'quiet' } : { is: 'saved', fileName: savedAs };
}

/** The sentence for what came of it; empty where there is nothing to say. */
export function useOutcomeWords(outcome: PaperOutcome): string {
  const { t } = useTranslation('papers');
  switch (outcome.is) {
    case 'none':
    case 'failed':
      return '';
    case 'quiet':
      return t('outcome.quiet');
    case 'printed':
      return t('outcome.printed');
    case 'saved':
      return t('outcome.saved', { fileName: outcome.fileName });
  }
}
