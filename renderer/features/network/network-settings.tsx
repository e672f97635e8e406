import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkView } from '../../../shared/ipc/views/network.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { AuthoritySection } from './authority-section.tsx';
import { changeOf, formOf, isChanged } from './network-form.ts';
import { ProxyFields } from './proxy-fields.tsx';
import { TrialReport } from './trial-report.tsx';
import { useNetwork, type Network } from './use-network.ts';
import './network.css';

/**
 * The road to the server: proxy, authorities, a trial.
 * @param serverUrl to try it with; null: the server at which this PC is enrolled.
 */
export function NetworkSettings({ serverUrl }: { serverUrl: string | null }) {
  const network = useNetwork();
  const { kept } = network;
  if (kept === null) return <ErrorBanner error={network.error} />;
  return <LoadedSettings network={network} kept={kept} serverUrl={serverUrl} />;
}

interface LoadedProps {
  network: Network;
  kept: NetworkView;
  serverUrl: string | null;
}

function LoadedSettings({ network, kept, serverUrl }: LoadedProps) {
  const { t } = useTranslation('network');
  const [form, setForm] = useState(() => formOf(kept));
  const { working } = network;

  async function save(): Promise<void> {
    const now = await network.save(changeOf(form));
    if (!now) return;
    setForm(formOf(now));
    showNotice({ tone: 'good', title: t('applied') }, 5000);
  }

  const hasServer = serverUrl === null || serverUrl.trim() !== '';
  return (
    <div className="stack">
      <p>{t('intro')}</p>
      {kept.isDamaged && (
        <Banner tone="warn" title={t('damaged.title')}>
          {t('damaged.text')}
        </Banner>
      )}
      <ProxyFields
        form={form}
        password={kept.password}
        onChange={(typed) => {
          setForm(typed);
          network.forgetTrial();
        }}
      />
      <ErrorBanner error={network.error} />
      <div className="row">
        <Button
          variant="primary"
          isPending={working === 'saving'}
          isDisabled={!isChanged(form, kept)}
          onPress={() => void save()}
        >
          {t('apply')}
        </Button>
        <Button
          icon="transfer"
          isPending={working === 'trying'}
          isDisabled={!hasServer}
          onPress={() => void network.tryOut(serverUrl, changeOf(form))}
        >
          {t('trial.button')}
        </Button>
        {!hasServer && <span className="muted">{t('trial.noServer')}</span>}
        {working === 'trying' && (
          <span className="muted" role="status">
            {t('trial.running')}
          </span>
        )}
        {working === null && isChanged(form, kept) && <span className="muted">{t('notApplied')}</span>}
      </div>
      {network.trial && <TrialReport trial={network.trial} />}
      <AuthoritySection network={network} authorities={kept.authorities} />
    </div>
  );
}
