import { useTranslation } from 'react-i18next';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tone.ts';
import { AsOfLine } from './as-of-line.tsx';
import { holidayYears, type HolidayRow } from './holiday-rows.ts';
import { MasterTable } from './master-table.tsx';

const sourceTone: Record<HolidayRow['source'], Tone> = {
  state: 'neutral',
  district: 'info',
  office: 'good',
  opened: 'warn',
};

/** The days on which the office is closed, year by year, and whose holiday each is. */
export function HolidaysTab({ master }: { master: MasterData }) {
  const { t } = useTranslation('office');
  const say = useBilingual();
  const years = holidayYears(master.holidays, master.additions);
  return (
    <div className="stack">
      <p className="muted">{t('holiday.intro')}</p>
      <AsOfLine kind="holiday-list" />
      {years.length === 0 && <p>{t('nothingYet')}</p>}
      {years.map(({ year, isStateKnown, rows }) => (
        <section key={year}>
          <h2>{year}</h2>
          {!isStateKnown && <p>{t('holiday.stateUnknown', { year: String(year) })}</p>}
          <MasterTable
            caption={t('holiday.ofYear', { year: String(year) })}
            columns={[t('column.date'), t('column.name'), t('column.source')]}
            empty={t('nothingYet')}
            rows={rows.map((row) => ({
              id: row.date,
              cells: [
                formatDate(row.date),
                say(row.name),
                <Badge key="source" tone={sourceTone[row.source]}>
                  {t(`holiday.source.${row.source}`)}
                </Badge>,
              ],
            }))}
          />
        </section>
      ))}
    </div>
  );
}
