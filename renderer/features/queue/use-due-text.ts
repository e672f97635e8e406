import { useTranslation } from 'react-i18next';
import type { DueWords } from './ageing.ts';

/** How near a due date is, in words. */
export function useDueText(): (words: DueWords) => string {
  const { t } = useTranslation('queue');
  return (words) => {
    switch (words.kind) {
      case 'left':
        return words.workingDays === 0 ? t('due.today') : t('due.left', { count: words.workingDays });
      case 'overdue':
        return t('due.overdue', { count: words.workingDays });
      case 'today':
        return t('due.today');
      case 'justOver':
        return t('due.justOver');
      case 'paused':
        return t('due.paused');
      case 'closed':
        return t('due.closed');
    }
  };
}
