import { useTranslation } from 'react-i18next';
import { AlertDialog } from '../../ui/dialog.tsx';

interface Props {
  /** The file that would go; null while nothing is asked. */
  name: string | null;
  onCancel: () => void;
  onDelete: () => void;
}

/** Asks before the unmasked original is deleted from the folder: no copy of it is anywhere else. */
export function DeleteOriginal({ name, onCancel, onDelete }: Props) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <AlertDialog
      title={t('folder.deleteTitle')}
      isOpen={name !== null}
      tone="danger"
      cancelLabel={t('common:cancel')}
      confirmLabel={t('folder.deleteConfirm')}
      onCancel={onCancel}
      onConfirm={onDelete}
    >
      <p>{t('folder.deleteText', { name: name ?? '' })}</p>
    </AlertDialog>
  );
}
