import type { TFunction } from 'i18next';
import type {
  ListedAct,
  ListedScan,
  ListedUpload,
  OutboxItem,
  ScanWhy,
} from '../../../shared/ipc/views/outbox.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { documentFault, type DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { attachmentRefusal } from '../../../shared/sync/attachments.ts';
import { formatInstant, formatRecent } from '../../../shared/text/format.ts';
import { actAnswerWords, errorWords } from './answer-words.ts';

type Words = TFunction<['outbox', 'errors']>;

/** How often it was tried and when it is next, with the day where that is not today; empty before the first try. */
export function attemptWords(
  { attempts, nextTryAt }: Pick<OutboxItem, 'attempts' | 'nextTryAt'>,
  t: TFunction<'outbox'>,
  today: IsoDate,
): string[] {
  if (attempts === 0) return [];
  const tries = [t('attempts', { count: attempts })];
  if (nextTryAt !== null) tries.push(t('nextTry', { at: formatRecent(nextTryAt, today) }));
  return [tries.join('; ')];
}

/** What there is to say about an act's state, one sentence a line. */
export function actWords(act: ListedAct, t: TFunction<'outbox'>, today: IsoDate): string[] {
  if (act.shown === 'refused') {
    return [t('refusedWhy', { why: act.answer === null ? t('noWhy') : actAnswerWords(act.answer, t) })];
  }
  if (act.shown === 'accepted') return [];
  const error = act.lastError === null ? [] : [t('lastError', { error: errorWords(act.lastError, t) })];
  const parked = act.shown === 'parked' ? [t('parkedAct')] : [];
  return [...parked, ...attemptWords(act, t, today), ...error];
}

/** What there is to say about a scan that is not here. */
export function scanWords(scan: ListedScan, t: Words, today: IsoDate): string[] {
  if (scan.why === null) return [];
  const at = scan.failedAt === null ? [] : [t('failedAt', { at: formatInstant(scan.failedAt) })];
  return [whyWords(scan.why, t), ...attemptWords(scan, t, today), ...at];
}

/** What there is to say about a scan that goes up. */
export function uploadWords({ withdraws, ...upload }: ListedUpload, t: Words, today: IsoDate): string[] {
  return [...(withdraws ? [t('uploads.withdraws')] : []), ...uploadTries(upload, t, today)];
}

function uploadTries(
  { shown, why, failedAt, ...tries }: Omit<ListedUpload, 'withdraws'>,
  t: Words,
  today: IsoDate,
): string[] {
  if (why === null) return [];
  const known = uploadWhys.find((each) => each === why);
  const words = known ? t(`uploads.whys.${known}`) : t('lastError', { error: errorWords(why, t) });
  if (shown === 'refused') return [words];
  const at = failedAt === null ? [] : [t('failedAt', { at: formatInstant(failedAt) })];
  return [words, ...attemptWords(tries, t, today), ...at];
}

const uploadWhys = ['not-masked', 'lost', ...attachmentRefusal.options] as const;

function whyWords(why: ScanWhy, t: Words): string {
  return isDocumentFault(why) ? t(`errors:document.fault.${why}`) : t(`scanWhys.${why}`);
}

function isDocumentFault(why: ScanWhy): why is DocumentFault {
  return documentFault.safeParse(why).success;
}
