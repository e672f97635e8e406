import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/values.ts';
import type { AppState, Settings } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { call } from '../../app/bridge.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { changeLanguage } from '../../app/start-desk.ts';
import { Panel } from '../../ui/panel.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { FolderPanel } from '../documents/folder-panel.tsx';
import { NetworkPanel } from '../network/network-panel.tsx';
import { SettingsForm } from './settings-form.tsx';

export function SettingsScreen({ app }: { app: AppState }) {
  const { t } = useTranslation(['settings', 'common', 'shell']);
  const [kept, setKept] = useState<Settings | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  useEffect(() => {
    void call('settings.read', undefined).then((answer) => {
      if (answer.ok) setKept(answer.value);
      else setError(answer.error);
    });
  }, []);
  return (
    <main className="screen">
      <div className="screen-narrow stack">
        <h1>{t('title')}</h1>
        <ErrorBanner error={error} />
        <LanguagePanel />
        <FolderPanel />
        {kept !== null && <SettingsForm kept={kept} onKept={setKept} />}
        <NetworkPanel />
        <p className="muted">
          {t('common:appName')} · {t(`shell:host.${app.host}`, { version: app.version })}
        </p>
      </div>
    </main>
  );
}

/** Takes effect at once, unlike the numbers below. */
function LanguagePanel() {
  const { t, i18n } = useTranslation(['settings', 'common', 'shell']);
  return (
    <Panel title={t('language.label')}>
      <RadioGroup<Language>
        label={t('language.label')}
        isLabelHidden
        orientation="horizontal"
        value={useLanguage()}
        options={[
          { id: 'hi', label: t('language.hi') },
          { id: 'en', label: t('language.en') },
        ]}
        onChange={(language) => void changeLanguage(i18n, language)}
      />
    </Panel>
  );
}
