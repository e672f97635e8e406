import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  title: string;
  confirmLabel: string;
  isBusy: boolean;
  /** Something is typed: a click beside the dialog must not lose it. */
  isTyped: boolean;
  error: DeskError | null;
  onCancel: () => void;
  onConfirm: () => void;
  children: ReactNode;
}

/** Asks for the words that an act about a transfer carries. */
export function ActDialog(props: Props) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  const { error, isBusy } = props;
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={props.title}
      closeLabel={t('cancel')}
      isDismissable={!props.isTyped}
      onClose={props.onCancel}
      footer={
        <>
          <Button isDisabled={isBusy} onPress={props.onCancel}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isPending={isBusy} onPress={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div className="stack">
        {error !== null && (
          <Banner tone="bad" title={errorText(error).title}>
            <p>{errorText(error).advice}</p>
          </Banner>
        )}
        {props.children}
      </div>
    </Dialog>
  );
}
