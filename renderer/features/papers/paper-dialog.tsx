import { useTranslation } from 'react-i18next';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PaperDesk } from './paper-desk.tsx';
import './papers.css';

export interface PaperDialogProps {
  /** Which paper; null: the dialog is closed. */
  paper: PaperWish | null;
  onClose: () => void;
}

/** Makes a paper, shows it as it will be printed, and prints or saves it. Any feature may open it. */
export function PaperDialog({ paper, onClose }: PaperDialogProps) {
  const { t } = useTranslation(['papers', 'common']);
  if (paper === null) return null;
  return (
    <Dialog
      isOpen
      title={t(`kinds.${paper.kind}`)}
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
    >
      <PaperDesk paper={paper} />
    </Dialog>
  );
}
