import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/desk-store.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ReadPanel } from './read-panel.tsx';
import { useCourier } from './use-courier.ts';
import { WritePanel } from './write-panel.tsx';
import './courier.css';

/** Both ways of the stick beside each other, each in three steps for someone who has never done it. */
export function CourierScreen() {
  const { t } = useTranslation('courier');
  const go = useDesk((desk) => desk.go);
  const courier = useCourier();
  return (
    <main className="screen">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
        <Button
          icon="arrow-left"
          onPress={() => {
            go({ name: 'outbox' });
          }}
        >
          {t('back')}
        </Button>
      </div>
      <ErrorBanner error={courier.error} />
      <div className="courier-ways">
        <WritePanel courier={courier} />
        <ReadPanel courier={courier} />
      </div>
    </main>
  );
}
