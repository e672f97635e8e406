import { useTranslation } from 'react-i18next';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { ageingOf } from '../queue/ageing.ts';
import { dueText } from '../queue/due-text.ts';
import { useOfficeDays } from '../queue/use-office-days.ts';

/** The due date in words; where it runs past the last known holiday list, that is said beside it. */
export function DueFact({ row }: { row: SlimRow }) {
  const { t } = useTranslation('queue');
  const days = useOfficeDays();
  const ageing = days && ageingOf(row, days.today, days.calendar, days.soonEnd);
  return (
    <>
      {formatDate(row.dueOn)}
      {ageing && (
        <span className="review-due-words" data-band={ageing.band ?? 'none'}>
          {dueText(ageing.words, t)}
        </span>
      )}
      {row.unknownYears.length > 0 && (
        <span className="review-fact-note">
          {t('due.unknownYears', { years: row.unknownYears.join(', ') })}
        </span>
      )}
    </>
  );
}
