import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import { call } from '../../app/bridge.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { showNotice } from '../../ui/notice.tsx';
import { useIsTyping } from './use-is-typing.ts';

export interface Undo {
  isUndoing: boolean;
  undo: () => void;
}

/**
 * Takes a recorded decision back, by button or by key, as long as it is mounted and possible. What the screen shows
 * afterwards comes from the change feed, not from here.
 */
export function useUndo(decisionId: DecisionId, isPossible: boolean, onUndone: () => void): Undo {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  const isTyping = useIsTyping();
  const [isUndoing, setIsUndoing] = useState(false);

  const run = async () => {
    if (isUndoing) return;
    setIsUndoing(true);
    const answer = await call('decision.undo', { decisionId });
    setIsUndoing(false);
    if (answer.ok) {
      showNotice({ tone: 'info', title: t('notice.undone') }, 6000);
      onUndone();
      return;
    }
    const { title, advice } = errorText(answer.error);
    showNotice({ tone: 'bad', title, content: advice });
  };
  const undo = () => void run();

  useShortcuts([
    {
      keys: isTyping ? ['u'] : ['u', 'Ctrl+Z'],
      label: t('shortcuts.undo'),
      group: t('shortcuts.group'),
      run: undo,
      isEnabled: isPossible,
    },
  ]);
  return { isUndoing, undo };
}
