import { useTranslation } from 'react-i18next';
import type { DaySummary } from '../../../shared/domain/day/day-summary.ts';
import { outcome } from '../../../shared/domain/decision.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useDesk, type Screen } from '../../app/desk-store.ts';
import { FigureList } from './figure-list.tsx';
import { noticeOrder } from './notice-words.ts';

/** What is to do today besides the late ones, and what was done. */
export function DayFigures({ day }: { day: DaySummary }) {
  const { t } = useTranslation(['today', 'common']);
  const go = useDesk((desk) => desk.go);
  const linkTo = (screen: Extract<Screen, { name: 'queue' | 'outbox' | 'transfers' }>) => ({
    label: t(`open.${screen.name}`),
    onPress: () => {
      go(screen);
    },
  });
  return (
    <>
      <FigureList
        title={t('work.title')}
        figures={[
          { id: 'dueSoon', label: t('work.dueSoon'), count: day.dueSoon, tone: 'warn' },
          { id: 'toDo', label: t('work.toDo'), count: day.toDo },
          { id: 'waiting', label: t('work.waiting'), count: day.waiting },
          { id: 'receivedToday', label: t('work.receivedToday'), count: day.receivedToday },
        ]}
        link={linkTo({ name: 'queue' })}
      />
      <FigureList
        title={t('decided.title')}
        figures={outcome.options.map((one) => ({
          id: one,
          label: t(`common:outcomeDone.${one}`),
          count: day.decidedToday[one],
        }))}
      />
      <FigureList
        title={t('outbox.title')}
        figures={[
          { id: 'undoable', label: t('outbox.undoable'), count: day.undoable },
          { id: 'unsent', label: t('outbox.unsent'), count: day.unsent, tone: 'warn' },
          { id: 'refused', label: t('outbox.refused'), count: day.refused, tone: 'bad' },
          { id: 'conflicted', label: t('outbox.conflicted'), count: day.conflicted, tone: 'bad' },
        ]}
        link={linkTo({ name: 'outbox' })}
      />
      <FigureList
        title={t('transfers.title')}
        figures={[
          { id: 'failed', label: t('transfers.failed'), count: day.transfersFailed, tone: 'bad' },
          { id: 'differ', label: t('transfers.differ'), count: day.transfersToAcknowledge, tone: 'warn' },
          { id: 'followUps', label: t('transfers.followUps'), count: day.followUpsOpen },
          { id: 'waiting', label: t('transfers.waiting'), count: day.transfersWaiting },
        ]}
        link={linkTo({ name: 'transfers', requestId: null })}
      />
      <OpenWindow day={day} />
    </>
  );
}

function OpenWindow({ day }: { day: DaySummary }) {
  const { t } = useTranslation('today');
  const open = day.openWindow;
  return (
    <section className="figures wide">
      <h2>{t('window.title')}</h2>
      {open === null ? (
        <p>{t('window.none')}</p>
      ) : (
        <p>
          <strong>{t('window.left', { count: open.workingDaysLeft })}</strong>{' '}
          {t('window.span', { from: formatDate(open.from), to: formatDate(open.to) })} {noticeOrder(open, t)}
        </p>
      )}
    </section>
  );
}
