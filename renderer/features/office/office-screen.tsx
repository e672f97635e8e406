import { useTranslation } from 'react-i18next';

export function OfficeScreen() {
  const { t } = useTranslation('office');
  return (
    <main className="screen">
      <h1>{t('title')}</h1>
    </main>
  );
}
