import { ErrorBanner } from '../../app/error-banner.tsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DaySummary } from '../../../shared/domain/day/day-summary.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { readDay, useDay } from './day-store.ts';
import { DayFigures } from './day-figures.tsx';
import { LateList } from './late-list.tsx';
import './today.css';

/** What matters today, the late ones first. */
export function TodayScreen() {
  const { t } = useTranslation('today');
  const day = useDay((one) => one.summary);
  const error = useDay((one) => one.error);
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    void readDay();
  }, []);
  return (
    <main className="screen today">
      <div className="screen-head">
        <div>
          <h1>{day === null ? t('title') : t('titleOf', { date: formatDate(day.today) })}</h1>
          {day !== null && <DayLine day={day} />}
        </div>
        <Button
          icon="print"
          onPress={() => {
            setIsPrinting(true);
          }}
        >
          {t('print')}
        </Button>
      </div>
      <ErrorBanner error={error} />
      {day !== null && (
        <div className="today-columns">
          <section
            className="today-late"
            aria-label={t('late.title', { count: formatNumber(day.late.length) })}
          >
            <h2>{t('late.title', { count: formatNumber(day.late.length) })}</h2>
            <LateList late={day.late} />
          </section>
          <div className="today-figures">
            <DayFigures day={day} />
          </div>
        </div>
      )}
      <PaperDialog
        paper={isPrinting ? { kind: 'day-summary' } : null}
        onClose={() => {
          setIsPrinting(false);
        }}
      />
    </main>
  );
}

function DayLine({ day }: { day: DaySummary }) {
  const { t } = useTranslation('today');
  const year = day.today.slice(0, 4);
  const parts = [
    day.isWorkingDay ? t('workingDay') : t('closedDay'),
    day.asOf === null ? t('asOfNever') : t('asOf', { date: formatDate(day.asOf) }),
    ...(day.holidaysKnown ? [] : [t('holidaysUnknown', { year })]),
  ];
  return <p className="muted">{parts.join(' · ')}</p>;
}
