import { useEffect, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import { focusScreenIfLost } from './focus-screen.ts';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  closeLabel: string;
  children: ReactNode;
  /** The buttons; the one that goes on stands last. */
  footer?: ReactNode;
  width?: 'small' | 'medium' | 'large';
  /** False where something typed or a key shown once would be lost by a click beside it or by Escape. */
  isDismissable?: boolean;
  role?: 'dialog' | 'alertdialog';
}

export function Dialog(props: DialogProps) {
  const isDismissable = props.isDismissable ?? true;
  return (
    <ModalOverlay
      className="modal-back"
      isOpen={props.isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={`modal ${props.width ?? 'medium'}`}>
        <AriaDialog className="dialog" role={props.role ?? 'dialog'}>
          <FocusAfter />
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            {isDismissable && (
              <Button variant="quiet" icon="close" label={props.closeLabel} onPress={props.onClose} />
            )}
          </div>
          <div className="dialog-body">{props.children}</div>
          {props.footer !== undefined && <div className="dialog-foot">{props.footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The button that opened the dialog can be gone when it closes, and the focus with it. */
function FocusAfter() {
  useEffect(() => focusScreenIfLost, []);
  return null;
}

export interface AlertDialogProps {
  title: string;
  isOpen: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  cancelLabel: string;
  confirmLabel: string;
  tone?: 'primary' | 'good' | 'danger';
  isPending?: boolean;
  isConfirmDisabled?: boolean;
  width?: 'small' | 'medium' | 'large';
  children: ReactNode;
}

/** Asks before something that cannot be taken back lightly. Escape cancels; a click beside it does nothing. */
export function AlertDialog(props: AlertDialogProps) {
  const isPending = props.isPending ?? false;
  return (
    <Dialog
      role="alertdialog"
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onCancel}
      closeLabel={props.cancelLabel}
      width={props.width ?? 'small'}
      footer={
        <>
          <Button isDisabled={isPending} onPress={props.onCancel}>
            {props.cancelLabel}
          </Button>
          <Button
            variant={props.tone ?? 'primary'}
            isPending={isPending}
            isDisabled={props.isConfirmDisabled ?? false}
            autoFocus
            onPress={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
