import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { SignOffItem, SignOffOutcome } from '../../../shared/ipc/views/sign-off.ts';
import { call } from '../../app/bridge.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { totalsLine } from './totals.ts';

interface Props {
  items: readonly SignOffItem[];
  onClose: () => void;
  onSigned: (outcome: SignOffOutcome) => void;
}

/** Asks once for the password that seals these decisions together. The main process proves it. */
export function SignDialog({ items, onClose, onSigned }: Props) {
  const { t } = useTranslation(['sign-off', 'common']);
  const errorText = useErrorText();
  const [password, setPassword] = useState('');
  const [isSigning, setIsSigning] = useState(false);
  const [failure, setFailure] = useState<DeskError | 'nothing-typed' | null>(null);
  /** Two presses in one moment see the same state; the second must not sign again. */
  const isUnderWay = useRef(false);

  async function sign(): Promise<void> {
    if (isUnderWay.current) return;
    if (password === '') {
      setFailure('nothing-typed');
      return;
    }
    isUnderWay.current = true;
    setIsSigning(true);
    const answer = await call('signOff.seal', {
      decisionIds: items.map((item) => item.decisionId),
      password,
    });
    isUnderWay.current = false;
    setIsSigning(false);
    setPassword('');
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    onSigned(answer.value);
    onClose();
  }

  const isWrong = failure !== null && failure !== 'nothing-typed' && failure.kind === 'wrong-password';
  const fieldError =
    failure === 'nothing-typed'
      ? t('ask.nothingTyped')
      : isWrong
        ? t('common:sentences', { first: errorText(failure).title, second: errorText(failure).advice })
        : null;
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="small"
      title={t('ask.title')}
      closeLabel={t('common:cancel')}
      isDismissable={!isSigning}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={isSigning} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" icon="seal" isPending={isSigning} onPress={() => void sign()}>
            {t('ask.confirm')}
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
      >
        <ErrorBanner error={failure === 'nothing-typed' || isWrong ? null : failure} />
        <p>{t('ask.text', { count: items.length })}</p>
        <p>{totalsLine(items, t)}</p>
        <TextField
          label={t('ask.password')}
          type="password"
          autoComplete="current-password"
          autoFocus
          maxLength={200}
          value={password}
          error={fieldError}
          onChange={(typed) => {
            setPassword(typed);
            if (typed !== '') setFailure(null);
          }}
        />
      </form>
    </Dialog>
  );
}
