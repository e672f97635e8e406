import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/domain/decision.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { outcomes } from './outcome-bar.tsx';

interface Actions {
  isEnabled: boolean;
  onChoose: (outcome: Outcome) => void;
  onRecord: () => void;
  onRemarks: () => void;
}

/** The keys of deciding. None of them records anything: the confirmation comes between. */
export function useDecideShortcuts({ isEnabled, onChoose, onRecord, onRemarks }: Actions): void {
  const { t } = useTranslation('review');
  const group = t('shortcuts.group');
  useShortcuts([
    ...outcomes.map(({ outcome, key }) => ({
      keys: [key],
      label: t(`shortcuts.${outcome}`),
      group,
      isEnabled,
      run: () => {
        onChoose(outcome);
      },
    })),
    { keys: ['m'], label: t('shortcuts.remarks'), group, isEnabled, run: onRemarks },
    { keys: ['Ctrl+Enter'], label: t('shortcuts.record'), group, isEnabled, run: onRecord },
  ]);
}
