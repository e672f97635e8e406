import { useTranslation } from 'react-i18next';
import { Helplines } from './helplines.tsx';

const kinds = ['code', 'requestNo', 'name', 'mobile', 'newId'] as const;

/** What the box can find, while nothing is chosen. */
export function StatusHint() {
  const { t } = useTranslation('status-desk');
  return (
    <div className="status-hint">
      <h1>{t('title')}</h1>
      <p>{t('hint.intro')}</p>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`hint.${kind}`)}</dt>
            <dd className="muted">{t(`hint.${kind}Example`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('hint.keys')}</p>
      <Helplines />
    </div>
  );
}
