import type { TFunction } from 'i18next';
import type { WindowNotice } from '../../../shared/domain/day/window-notice.ts';
import { formatDate } from '../../../shared/text/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

/** What happened or will happen to a window, in one sentence with its dates. */
export function noticeSentence(notice: WindowNotice, t: TFunction<'today'>): string {
  return t(`notice.${notice.kind}`, { from: formatDate(notice.from), to: formatDate(notice.to) });
}

/** The order that notified the window; a window without a number is told as such, not left blank. */
export function noticeOrder(notice: Pick<WindowNotice, 'orderNo'>, t: TFunction<'today'>): string {
  return notice.orderNo.trim() === '' ? t('notice.noOrder') : t('notice.order', { orderNo: notice.orderNo });
}

export const noticeTone: Record<WindowNotice['kind'], { tone: Tone; icon: IconName }> = {
  'opens-soon': { tone: 'info', icon: 'clock' },
  opened: { tone: 'good', icon: 'check-circle' },
  'closes-soon': { tone: 'warn', icon: 'alert' },
  closed: { tone: 'info', icon: 'lock' },
};
