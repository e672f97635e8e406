import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../../shared/ipc/contract.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Gate } from '../../app/gate.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';

/** The key is shown once; the only way on is to say that it is written down. */
export function RecoveryKeyScreen({ app, recoveryKey }: { app: AppState; recoveryKey: string }) {
  const { t } = useTranslation(['sign-in', 'common']);
  const [isWritten, setIsWritten] = useState(false);
  return (
    <Gate app={app}>
      <div className="stack">
        <h1 className="no-print">{t('recovery.title')}</h1>
        <h1 className="print-only">{t('recovery.printHead')}</h1>
        <div className="no-print">
          <Banner tone="warn" icon="key" title={t('recovery.keyLabel')}>
            {t('recovery.text')}
          </Banner>
        </div>
        <p className="recovery-key" aria-label={t('recovery.keyLabel')}>
          {recoveryKey}
        </p>
        <p className="print-only">{t('recovery.printNote')}</p>
        <div className="stack no-print">
          <Checkbox isSelected={isWritten} onChange={setIsWritten}>
            {t('recovery.written')}
          </Checkbox>
          <div className="row">
            <Button
              icon="print"
              onPress={() => {
                window.print();
              }}
            >
              {t('common:print')}
            </Button>
            <Button
              variant="primary"
              isDisabled={!isWritten}
              onPress={() => {
                useDesk.setState({ enrolment: null });
              }}
            >
              {t('recovery.continue')}
            </Button>
          </div>
        </div>
      </div>
    </Gate>
  );
}
