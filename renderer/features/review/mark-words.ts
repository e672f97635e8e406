import type { TFunction } from 'i18next';
import type { ChecklistMark } from '../../../shared/domain/decision.ts';

/** A mark in words. The coordinator's consent is recorded, not fetched: it is never missing from the server's record. */
export function markWords(
  { kind, mark }: Pick<ChecklistMark, 'kind' | 'mark'>,
  t: TFunction<'review'>,
): string {
  return kind === 'coordinator-consent' && mark === 'needed'
    ? t('checklist.consentOpen')
    : t(`checklist.marks.${mark}`);
}
