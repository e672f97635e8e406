import type { TFunction } from 'i18next';
import type { DueWords } from './ageing.ts';

/** How near a due date is, in words. */
export function dueText(words: DueWords, t: TFunction<'queue'>): string {
  switch (words.kind) {
    case 'left':
      return t('due.left', { count: words.workingDays });
    case 'overdue':
      return t('due.overdue', { count: words.workingDays });
    case 'today':
    case 'paused':
    case 'closed':
      return t(`due.${words.kind}`);
  }
}
