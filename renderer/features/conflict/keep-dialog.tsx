import { useTranslation } from 'react-i18next';
import { changedFacts } from '../../../shared/domain/changed-facts.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { AlertDialog } from '../../ui/dialog.tsx';

interface Props {
  conflict: ConflictView;
  isOpen: boolean;
  isPending: boolean;
  onCancel: () => void;
  onConfirm: () => void;
}

/** Asks before the same decision is made anew: in how much the request differs from what it was made on. */
export function KeepDialog({ conflict, isOpen, isPending, onCancel, onConfirm }: Props) {
  const { t } = useTranslation(['conflict', 'common']);
  const { mine, seen, present } = conflict;
  const differs = seen && present ? changedFacts(seen, present).length : null;
  return (
    <AlertDialog
      title={t('keepAsk.title')}
      isOpen={isOpen}
      isPending={isPending}
      onCancel={onCancel}
      onConfirm={onConfirm}
      cancelLabel={t('common:cancel')}
      confirmLabel={t('keepAsk.yes')}
    >
      <p>{t('keepAsk.text', { outcome: t(`common:outcomeDone.${mine.outcome}`) })}</p>
      <p>{differs === null ? t('compare.seenUnknown') : t('keepAsk.differs', { count: differs })}</p>
    </AlertDialog>
  );
}
