import { useTranslation } from 'react-i18next';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';

/** Why the decision has no effect, in one sentence. */
export function useWhy({ standing, reason }: Pick<ConflictView, 'standing' | 'reason'>): string {
  const { t } = useTranslation('conflict');
  const nameOf = useBilingual();
  return standing === null ? t(`why.${reason}`) : t('why.decided', { officer: nameOf(standing.officerName) });
}
