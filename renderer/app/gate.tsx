import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../shared/ipc/contract.ts';
import { Badge } from '../ui/badge.tsx';
import { LanguageToggle } from './language-toggle.tsx';

/** The frame of the screens before the desk is open: name, language, one card, version. */
export function Gate({
  app,
  size = 'medium',
  children,
}: {
  app: AppState;
  size?: 'narrow' | 'medium' | 'wide';
  children: ReactNode;
}) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <div className="gate">
      <header className="gate-top">
        <span className="header-name">{t('common:appName')}</span>
        <span className="row">
          {app.demo && (
            <Badge tone="warn" icon="info">
              {t('demo')}
            </Badge>
          )}
          <LanguageToggle />
        </span>
      </header>
      <main className={`gate-card ${size}`}>{children}</main>
      <footer className="gate-foot">{t(`host.${app.host}`, { version: app.version })}</footer>
    </div>
  );
}
