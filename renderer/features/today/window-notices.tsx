import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowNotice } from '../../../shared/domain/day/window-notice.ts';
import { call } from '../../app/bridge.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { readDay, useDay } from './day-store.ts';
import { noticeOrder, noticeSentence, noticeTone } from './notice-words.ts';
import { useDayRefresh } from './use-day-refresh.ts';
import './window-notices.css';

/** So many stand open; the rest behind a button, so that the work below keeps its room. */
const shownAtOnce = 2;

/** Tells on every screen that a window opens or closes, until an officer says to have seen it. */
export function WindowNotices() {
  useDayRefresh();
  const { t } = useTranslation('today');
  const summary = useDay((day) => day.summary);
  const [isOpen, setIsOpen] = useState(false);
  const all = summary?.windows.filter((notice) => summary.unseen.includes(notice.id)) ?? [];
  const shown = isOpen ? all : all.slice(0, shownAtOnce);
  return (
    <section
      className="window-notices"
      aria-label={t('notice.label')}
      aria-live="polite"
      hidden={all.length === 0}
    >
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
      {all.length > shownAtOnce && (
        <Button
          size="small"
          variant="quiet"
          icon={isOpen ? 'chevron-up' : 'chevron-down'}
          isExpanded={isOpen}
          onPress={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? t('notice.fewer') : t('notice.more', { count: all.length - shownAtOnce })}
        </Button>
      )}
    </section>
  );
}

function NoticeLine({ notice }: { notice: WindowNotice }) {
  const { t, i18n } = useTranslation('today');
  const [isSending, setIsSending] = useState(false);
  const { tone, icon } = noticeTone[notice.kind];
  const sentence = noticeSentence(notice, t);

  async function seen(): Promise<void> {
    setIsSending(true);
    const answer = await call('notice.seen', { ids: [notice.id] });
    if (answer.ok) {
      await readDay();
      return;
    }
    setIsSending(false);
    tell(i18n, answer.error);
  }

  return (
    <div className={`window-notice ${tone}`}>
      <Icon name={icon} />
      <p>
        <strong>{sentence}</strong> <span className="window-notice-order">{noticeOrder(notice, t)}</span>
      </p>
      <Button
        size="small"
        isPending={isSending}
        label={t('notice.seenOf', { sentence })}
        onPress={() => void seen()}
      >
        {t('notice.seen')}
      </Button>
    </div>
  );
}
