import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useDesk } from '../../app/desk-store.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/icon.tsx';
import { periodOf, type Period, type Preset } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { SaveReport } from './save-report.tsx';
import { useReport } from './use-report.ts';
import './reports.css';

export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const today = useDesk((desk) => desk.sync?.today ?? null);
  return (
    <main className="screen reports">
      {today === null ? <h1>{t('title')}</h1> : <Reports today={today} />}
    </main>
  );
}

function Reports({ today }: { today: IsoDate }) {
  const { t } = useTranslation('reports');
  const [chosen, setChosen] = useState<{ preset: Preset; period: Period | null }>(() => ({
    preset: 'this-month',
    period: periodOf('this-month', today, []),
  }));
  const { report, error, isCounting, again } = useReport(chosen.period);
  return (
    <>
      <div className="screen-head reports-head">
        <h1>{t('title')}</h1>
        <PeriodPicker
          today={today}
          {...chosen}
          onChange={(preset, period) => {
            setChosen({ preset, period });
          }}
        />
        <Button icon="sync" isDisabled={chosen.period === null} isPending={isCounting} onPress={again}>
          {t('again')}
        </Button>
        <SaveReport period={report === null ? null : chosen.period} />
      </div>
      {isCounting && (
        <p role="status" className="row">
          <Spinner /> {t('counting')}
        </p>
      )}
      <ErrorBanner error={error} />
      {report !== null && <ReportSheet report={report} />}
    </>
  );
}
