import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConnectionTrial } from '../../../shared/ipc/views/network.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

type Step = ConnectionTrial['steps'][number];

const icons: Record<Step['state'], IconName> = {
  ok: 'check-circle',
  failed: 'x-circle',
  'not-needed': 'minus',
  'not-reached': 'minus',
};

/** How far the trial came, step by step; then what to do about the one that failed. */
export function TrialReport({ trial }: { trial: ConnectionTrial }) {
  const { t } = useTranslation('network');
  const errorText = useErrorText();
  const failure = trial.error && errorText(trial.error);
  return (
    <Banner tone={failure ? 'bad' : 'good'} title={failure ? failure.title : t('trial.good')}>
      <ol className="network-steps" aria-label={t('trial.label')}>
        {trial.steps.map((one) => (
          <li key={one.step} className={`network-step ${one.state}`}>
            <Icon name={icons[one.state]} size="small" />
            <span>{stepWords(one, trial, t)}</span>
          </li>
        ))}
      </ol>
      {failure && <p>{failure.advice}</p>}
    </Banner>
  );
}

function stepWords(
  { step, state }: Step,
  { proxy, authority }: ConnectionTrial,
  t: TFunction<'network'>,
): string {
  switch (step) {
    case 'proxy':
      return t(`trial.proxy.${state}`, { proxy: proxy ?? '' });
    case 'certificate': {
      if (state !== 'ok') return t(`trial.certificate.${state}`);
      const name = authority?.name ?? '';
      return t(authority?.isOwn === true ? 'trial.certificate.own' : 'trial.certificate.ok', { name });
    }
    case 'server':
      return t(`trial.server.${state}`);
  }
}
