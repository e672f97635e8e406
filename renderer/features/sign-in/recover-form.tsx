import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { checkPassword } from '../../../shared/domain/password.ts';
import { call } from '../../app/bridge.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  officer: { id: OfficerId; login: string };
  onBack: () => void;
}

const nothingTyped = { recoveryKey: '', password: '', repeat: '' };

/** A forgotten password, or a key that the system no longer opens: the printed recovery key sets a new password. */
export function RecoverForm({ officer, onBack }: Props) {
  const { t } = useTranslation(['sign-in', 'errors', 'common']);
  const errorText = useErrorText();
  const [typed, setTyped] = useState(nothingTyped);
  const [isChecked, setIsChecked] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState<DeskError | null>(null);
  const weakness = checkPassword(typed.password, officer.login);
  const isSame = typed.password === typed.repeat;

  async function recover(event: Pick<Event, 'preventDefault'>): Promise<void> {
    event.preventDefault();
    setIsChecked(true);
    if (isWorking || weakness || !isSame || typed.recoveryKey.trim() === '') return;
    setIsWorking(true);
    setFailure(null);
    const { recoveryKey, password } = typed;
    const answer = await call('session.recover', { officerId: officer.id, recoveryKey, password });
    setIsWorking(false);
    if (!answer.ok) setFailure(answer.error);
  }

  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (value: string) => {
      setTyped((before) => ({ ...before, [name]: value }));
    },
    isDisabled: isWorking,
    isRequired: true,
    maxLength: 200,
  });
  const say = (isFaulty: boolean, text: string) => (isChecked && isFaulty ? text : null);
  return (
    <form className="stack" onSubmit={(event) => void recover(event)}>
      <p className="muted">{t('recover.intro', { login: officer.login })}</p>
      {failure !== null && (
        <Banner tone="bad" title={errorText(failure).title}>
          {errorText(failure).advice}
        </Banner>
      )}
      <TextField
        {...field('recoveryKey')}
        label={t('recovery.keyLabel')}
        description={t('recover.keyHint')}
        error={say(typed.recoveryKey.trim() === '', t('recover.missingKey'))}
        autoFocus
      />
      <TextField
        {...field('password')}
        label={t('enrol.password')}
        type="password"
        autoComplete="new-password"
        error={say(weakness !== null, weakness ? t(`errors:weak-password.advice.${weakness}`) : '')}
      />
      <TextField
        {...field('repeat')}
        label={t('enrol.repeat')}
        type="password"
        autoComplete="new-password"
        error={say(!isSame, t('enrol.notSame'))}
      />
      <div className="row">
        <Button isDisabled={isWorking} onPress={onBack}>
          {t('common:back')}
        </Button>
        <Button type="submit" variant="primary" icon="key" isPending={isWorking}>
          {t('recover.submit')}
        </Button>
      </div>
    </form>
  );
}
