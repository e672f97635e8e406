import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DecisionState } from '../../../shared/domain/decision.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import type { ListedDecision, OutboxItem } from '../../../shared/ipc/views/outbox.ts';
import { unreachable } from '../../../shared/result.ts';
import { formatCountdown, formatInstant, formatRecent } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';
import { answerWords, errorWords } from './answer-words.ts';
import { attemptWords } from './try-words.ts';
import { useToday } from './use-today.ts';

export const stateTone: Record<DecisionState, { tone: Tone; icon: IconName }> = {
  recorded: { tone: 'info', icon: 'clock' },
  undone: { tone: 'neutral', icon: 'undo' },
  sealed: { tone: 'info', icon: 'seal' },
  sent: { tone: 'info', icon: 'upload' },
  accepted: { tone: 'good', icon: 'check-circle' },
  refused: { tone: 'bad', icon: 'x-circle' },
  conflicted: { tone: 'bad', icon: 'alert' },
};

/** Whether Undo may still be offered. The main process decides; a clock that runs ahead only hides the button. */
export function isUndoable(item: OutboxItem, now: number): boolean {
  return item.state === 'recorded' && Date.parse(item.sealsAt) > now;
}

/** What there is to say about a decision's state, one sentence a line. `chainDoubt`: nothing can be sealed now. */
export function stateWords(
  item: OutboxItem & Partial<Pick<ListedDecision, 'behind'>>,
  now: number,
  t: TFunction<'outbox'>,
  { today, chainDoubt = false }: { today: IsoDate; chainDoubt?: boolean },
): string[] {
  switch (item.state) {
    case 'recorded':
      if (waitsForSignOff(item)) return [t('waitsForSignOff')];
      if (!isUndoable(item, now)) return [t(chainDoubt ? 'waitsForChain' : 'sealing')];
      return [
        chainDoubt ? t('waitsForChain') : t('sealsAt', { at: formatRecent(item.sealsAt, today) }),
        t('undoLeft', { left: formatCountdown(Date.parse(item.sealsAt) - now) }),
      ];
    case 'undone':
      return [t('undone')];
    case 'sealed':
      return [
        item.sealedAt === null ? t('sealedUnknown') : t('sealedAt', { at: formatInstant(item.sealedAt) }),
        ...behindWords(item, t),
        ...triedWords(item, t, today),
      ];
    case 'sent':
      return [
        t(item.lastError === null ? 'sent' : 'sentUnanswered'),
        ...behindWords(item, t),
        ...triedWords(item, t, today),
      ];
    case 'accepted':
      return item.receipt === null
        ? []
        : [
            t('acceptedAt', {
              number: item.receipt.serverSequence,
              at: formatInstant(item.receipt.acceptedAt),
            }),
          ];
    case 'refused':
      return [t('refusedWhy', { why: whyOf(item, t) }), ...messageWords(item, t)];
    case 'conflicted':
      return [t('conflictedWhy', { why: whyOf(item, t) }), ...endingWords(item, t)];
    default:
      return unreachable(item.state);
  }
}

function whyOf(item: OutboxItem, t: TFunction<'outbox'>): string {
  return item.answer === null ? t('noWhy') : answerWords(item.answer, t);
}

/** What the officer did about it; that it waits for him, until then. */
function endingWords({ conflict }: OutboxItem, t: TFunction<'outbox'>): string[] {
  if (conflict === null) return [];
  const { how, endedAt } = conflict;
  if (how === null || endedAt === null) return [t('conflict.waits')];
  return [t(`conflict.ended.${how}`, { at: formatInstant(endedAt) })];
}

/** The server's own words, in whatever language it speaks: they may say more than the reason's code. */
function messageWords({ message }: OutboxItem, t: TFunction<'outbox'>): string[] {
  return message === null || message === '' ? [] : [t('serverMessage', { message })];
}

/** Decisions leave in the order of the chain. */
function behindWords(
  { behind = null }: Partial<Pick<ListedDecision, 'behind'>>,
  t: TFunction<'outbox'>,
): string[] {
  return behind === null ? [] : [t('behind', { requestNo: behind })];
}

function triedWords(item: OutboxItem, t: TFunction<'outbox'>, today: IsoDate): string[] {
  const error = item.lastError === null ? [] : [t('lastError', { error: errorWords(item.lastError, t) })];
  return [...attemptWords(item, t, today), ...error];
}

export function useStateWords(item: ListedDecision, now: number): string[] {
  const { t } = useTranslation('outbox');
  const chainDoubt = useDesk((desk) => desk.sync?.chainDoubt ?? false);
  const today = useToday();
  return stateWords(item, now, t, { today, chainDoubt });
}
