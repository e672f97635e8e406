import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Gate } from '../../app/gate.tsx';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NetworkDialog } from '../network/network-dialog.tsx';
import { faultsOf, hasFault, type EnrolmentForm } from './enrolment-form.ts';
import { StrengthMeter } from './strength-meter.tsx';

/** Once for each PC, online: server, activation code, password. What was typed stays when it fails. */
export function EnrolmentScreen({ app }: { app: AppState }) {
  const { t } = useTranslation(['sign-in', 'errors']);
  const isWorking = useDesk((desk) => desk.enrolment !== null);
  const errorText = useErrorText();
  const [form, setForm] = useState<EnrolmentForm>({
    serverUrl: app.suggestedServer,
    activationCode: '',
    password: '',
    repeat: '',
  });
  const [isChecked, setIsChecked] = useState(false);
  const [failure, setFailure] = useState<DeskError | null>(null);
  const [isNetworkOpen, setIsNetworkOpen] = useState(false);
  const faults = faultsOf(form);

  async function submit(event: Pick<Event, 'preventDefault'>): Promise<void> {
    event.preventDefault();
    setIsChecked(true);
    if (isWorking || hasFault(faults)) return;
    setFailure(null);
    setFailure(await enrol(form));
  }

  const say = (isFaulty: boolean, text: string) => (isChecked && isFaulty ? text : null);
  const field = (name: keyof EnrolmentForm) => ({
    value: form[name],
    onChange: (value: string) => {
      setForm((before) => ({ ...before, [name]: value }));
    },
    isDisabled: isWorking,
  });
  return (
    <Gate app={app}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div>
          <h1>{t('enrol.title')}</h1>
          <p className="muted">{t('enrol.intro')}</p>
        </div>
        {failure !== null && (
          <Banner tone="bad" title={errorText(failure).title}>
            {errorText(failure).advice}
          </Banner>
        )}
        <TextField
          {...field('serverUrl')}
          label={t('enrol.serverUrl')}
          description={t('enrol.serverUrlHint')}
          error={say(faults.serverUrl !== null, t('enrol.missingServer'))}
          type="url"
          maxLength={300}
          isRequired
        />
        <TextField
          {...field('activationCode')}
          label={t('enrol.activationCode')}
          description={t('enrol.activationCodeHint')}
          error={say(faults.activationCode !== null, t('enrol.missingCode'))}
          maxLength={64}
          isRequired
          autoFocus
        />
        <div className="two-columns">
          <TextField
            {...field('password')}
            label={t('enrol.password')}
            description={t('enrol.passwordHint')}
            error={say(
              faults.password !== null,
              t(`errors:weak-password.advice.${faults.password ?? 'short'}`),
            )}
            type="password"
            autoComplete="new-password"
            maxLength={200}
            isRequired
          />
          <TextField
            {...field('repeat')}
            label={t('enrol.repeat')}
            error={say(faults.repeat !== null, t('enrol.notSame'))}
            type="password"
            autoComplete="new-password"
            maxLength={200}
            isRequired
          />
        </div>
        <StrengthMeter password={form.password} />
        <div className="row">
          <Button type="submit" variant="primary" icon="key" isPending={isWorking}>
            {t('enrol.submit')}
          </Button>
          <Button
            icon="gear"
            isDisabled={isWorking}
            onPress={() => {
              setIsNetworkOpen(true);
            }}
          >
            {t('enrol.network')}
          </Button>
          {isWorking && (
            <span className="muted" role="status">
              {t('enrol.working')}
            </span>
          )}
        </div>
      </form>
      <NetworkDialog
        serverUrl={form.serverUrl}
        isOpen={isNetworkOpen}
        onClose={() => {
          setIsNetworkOpen(false);
        }}
      />
    </Gate>
  );
}

/** The store, not the screen, remembers that it runs: the phase changes before the answer with the key is here. */
async function enrol({ serverUrl, activationCode, password }: EnrolmentForm): Promise<DeskError | null> {
  useDesk.setState({ enrolment: { step: 'working' } });
  const answer = await call('enrolment.enrol', { serverUrl, activationCode, password });
  if (!answer.ok) {
    useDesk.setState({ enrolment: null });
    return answer.error;
  }
  useDesk.setState({ enrolment: { step: 'recovery-key', recoveryKey: answer.value.recoveryKey } });
  return null;
}
