import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import type { AppState } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';
import { Gate } from '../../app/gate.tsx';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecoverForm } from './recover-form.tsx';
import { SalvagePanel } from './salvage-panel.tsx';
import { VaultProblem } from './vault-problem.tsx';

/** Offline sign-in. The phase changes when the main process says so; this screen only asks. */
export function SignInScreen({ app }: { app: AppState }) {
  const { t } = useTranslation(['sign-in', 'common']);
  const [recovering, setRecovering] = useState<AppState['officers'][number] | null>(null);
  return (
    <Gate app={app} size="narrow">
      <div className="stack">
        <h1>{t(recovering ? 'recover.title' : 'title')}</h1>
        {app.problem !== null && <VaultProblem problem={app.problem} />}
        {recovering && (
          <RecoverForm
            officer={recovering}
            onBack={() => {
              setRecovering(null);
            }}
          />
        )}
        {!recovering && app.officers.length > 0 && <SignInForm app={app} onForgotten={setRecovering} />}
        {app.problem === null && <p className="muted">{t('offlineNote')}</p>}
      </div>
    </Gate>
  );
}

type Attempt =
  { step: 'typing' } | { step: 'trying' } | { step: 'failed'; error: DeskError | 'nothing-typed' };

interface FormProps {
  app: AppState;
  onForgotten: (officer: AppState['officers'][number]) => void;
}

function SignInForm({ app, onForgotten }: FormProps) {
  const { t } = useTranslation(['sign-in', 'common']);
  const errorText = useErrorText();
  const [officerId, setOfficerId] = useState<OfficerId | null>(app.officers[0]?.id ?? null);
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState<Attempt>({ step: 'typing' });
  const [isRescued, setIsRescued] = useState(false);

  async function signIn(event: Pick<Event, 'preventDefault'>): Promise<void> {
    event.preventDefault();
    if (officerId === null || attempt.step === 'trying') return;
    if (password === '') {
      setAttempt({ step: 'failed', error: 'nothing-typed' });
      return;
    }
    setAttempt({ step: 'trying' });
    const answer = await call('session.signIn', { officerId, password });
    // Kept for the rescue of a damaged vault, which the officer asks for with the same password.
    if (answer.ok || answer.error.kind !== 'cannot-decrypt') setPassword('');
    setAttempt(answer.ok ? { step: 'typing' } : { step: 'failed', error: answer.error });
  }

  const failure = attempt.step === 'failed' ? attempt.error : null;
  const isDamaged = failure !== null && failure !== 'nothing-typed' && failure.kind === 'cannot-decrypt';
  const passwordError =
    failure === 'nothing-typed'
      ? t('nothingTyped')
      : failure?.kind === 'wrong-password'
        ? t('common:sentences', { first: errorText(failure).title, second: errorText(failure).advice })
        : null;
  return (
    <form className="stack" onSubmit={(event) => void signIn(event)}>
      {failure !== null && failure !== 'nothing-typed' && passwordError === null && (
        <Banner tone="bad" title={errorText(failure).title}>
          {errorText(failure).advice}
        </Banner>
      )}
      {(isDamaged || isRescued) && officerId !== null && (
        <SalvagePanel
          officerId={officerId}
          password={password}
          onDone={() => {
            setPassword('');
            setIsRescued(true);
            setAttempt({ step: 'typing' });
          }}
        />
      )}
      {app.officers.length > 1 ? (
        <Select
          label={t('officer')}
          options={app.officers.map(({ id, login }) => ({ id, label: login }))}
          value={officerId}
          onChange={setOfficerId}
        />
      ) : (
        <p>
          <span className="muted">{t('login')}: </span>
          <strong>{app.officers[0]?.login}</strong>
        </p>
      )}
      <TextField
        label={t('password')}
        type="password"
        autoComplete="current-password"
        autoFocus
        maxLength={200}
        value={password}
        onChange={(value) => {
          setPassword(value);
          if (value !== '' && attempt.step === 'failed') setAttempt({ step: 'typing' });
        }}
        error={passwordError}
      />
      <div className="row">
        <Button type="submit" variant="primary" icon="key" isPending={attempt.step === 'trying'}>
          {t('signIn')}
        </Button>
        <Button
          variant="quiet"
          isDisabled={attempt.step === 'trying'}
          onPress={() => {
            const officer = app.officers.find(({ id }) => id === officerId);
            if (officer) onForgotten(officer);
          }}
        >
          {t('recover.forgotten')}
        </Button>
      </div>
    </form>
  );
}
