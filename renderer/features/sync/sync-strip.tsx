import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useNow } from '../../app/use-now.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { formatBytes, formatInstant, formatRecent, formatNumber } from '../../../shared/text/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, Spinner, type IconName } from '../../ui/icon.tsx';
import { toneIcon } from '../../ui/tone.ts';
import { skewWords } from './skew-words.ts';
import { syncNow } from './sync-now.ts';
import {
  countTone,
  countsBeside,
  isRunning,
  openCounts,
  stateTone,
  syncState,
  waitingOf,
  type CountName,
  type SyncState,
  type Waiting,
} from './sync-summary.ts';
import './sync-strip.css';

/** The truth about the sync, at the foot of every screen. */
export function SyncStrip() {
  const { t } = useTranslation('sync');
  const status = useDesk((desk) => desk.sync);
  return (
    <footer className="sync-strip" aria-label={t('label')}>
      {status === null ? <span className="muted">{t('unknown')}</span> : <Known status={status} />}
    </footer>
  );
}

function Known({ status }: { status: SyncStatus }) {
  const { t, i18n } = useTranslation('sync');
  const state = syncState(status);
  const running = isRunning(state);
  return (
    <>
      <span className={`sync-state ${stateTone(state)}`} role="status">
        {running ? <Spinner /> : <Icon name={stateIcon(state)} />}
        {state === 'remaining' ? <Remaining status={status} /> : t(`state.${state}`)}
      </span>
      {running && <Progress progress={status.progress} />}
      <div className="sync-badges">
        <Counts status={status} />
        <PullBadge pull={status.pull} />
        <ClockSkew minutes={status.skewMinutes} isSure={status.isTimeSure} />
      </div>
      <Times status={status} />
      <Button
        size="small"
        icon="sync"
        isDisabled={running}
        onPress={() => {
          void syncNow(i18n);
        }}
      >
        {running ? t('running') : t('now')}
      </Button>
    </>
  );
}

function stateIcon(state: SyncState): IconName {
  if (state === 'offline' || state === 'proxy-unreachable' || state === 'never') return 'cloud-off';
  if (state === 'remaining') return 'cloud';
  return toneIcon[stateTone(state)];
}

/** What remains, in words: never that something does. */
function Remaining({ status }: { status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const waiting = waitingOf(status).map(({ name, count }) => t(`waiting.${name}`, { count }));
  const counts = openCounts(status).map(({ name, count }) => t(`counts.${name}`, { count }));
  const what = (waiting.length > 0 ? waiting : counts).join(', ');
  return <span title={counts.join(', ')}>{t('state.remaining', { what })}</span>;
}

/** Items and bytes of the step that runs. */
function Progress({ progress }: { progress: SyncStatus['progress'] }) {
  const { t } = useTranslation('sync');
  if (progress === null) return null;
  const items = formatNumber(progress.items);
  const text =
    progress.totalItems === null
      ? t('items', { items })
      : t('itemsOf', { items, total: formatNumber(progress.totalItems) });
  return (
    <span className="sync-progress">
      {text}, {formatBytes(progress.bytes)}
    </span>
  );
}

/** What waits, as an officer calls it, and what needs him: one line, with the exact counts at the pointer. */
function Counts({ status }: { status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const isTold = syncState(status) === 'remaining';
  const waiting = isTold ? [] : waitingOf(status);
  const beside = isTold && waitingOf(status).length === 0 ? [] : countsBeside(status);
  const exactly = openCounts(status)
    .map(({ name, count }) => t(`counts.${name}`, { count }))
    .join(', ');
  return (
    <ul className="sync-counts" title={exactly}>
      {waiting.map(({ name, count }) => (
        <li key={name}>
          <Badge icon={waitingIcon[name]}>{t(`waiting.${name}`, { count })}</Badge>
        </li>
      ))}
      {beside.map(({ name, count }) => (
        <li key={name}>
          <Badge tone={countTone[name]} icon={besideIcon[name]}>
            {t(`counts.${name}`, { count })}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

const waitingIcon: Record<Waiting['name'], IconName> = {
  decisions: 'outbox',
  acts: 'transfer',
  scans: 'document',
};

const besideIcon: Record<CountName, IconName> = {
  undoable: 'undo',
  unsent: 'upload',
  unsentActs: 'transfer',
  refused: 'x-circle',
  conflicted: 'alert',
  scansMissing: 'document',
  scansByHand: 'user',
  uploadsUnsent: 'upload',
  parked: 'pause',
  setAside: 'inbox',
};

/** That the officer is asked about much that is to come, or chose to get less: told in full on the outbox screen. */
function PullBadge({ pull: { choice, size } }: Pick<SyncStatus, 'pull'>) {
  const { t } = useTranslation('sync');
  if (choice === 'all' || (choice === null && size === null)) return null;
  return (
    <Badge tone={choice === null ? 'warn' : 'info'} icon={choice === null ? 'download' : 'pause'}>
      {t(`pull.${choice ?? 'question'}`)}
    </Badge>
  );
}

/**
 * The PC's own clock, when it is wrong, with the right time; and that the time is an estimate. Days are counted by the
 * server's time, moments of decisions by this clock.
 */
function ClockSkew({ minutes, isSure }: { minutes: number | null; isSure: boolean }) {
  const { t } = useTranslation('sync');
  const now = useNow(15_000);
  if (minutes === null && isSure) return null;
  const skew = minutes === null ? null : skewWords(minutes, t);
  const right = formatInstant(instantOf(now - (minutes ?? 0) * 60_000));
  return (
    <>
      {skew !== null && (
        <Badge tone="warn" icon="clock">
          {t((minutes ?? 0) > 0 ? 'clockFast' : 'clockSlow', { skew, right })}
        </Badge>
      )}
      {!isSure && (
        <Badge tone="warn" icon="clock">
          {t('timeUnsure')}
        </Badge>
      )}
    </>
  );
}

function Times({ status }: { status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const traffic = {
    received: formatBytes(status.bytesReceived),
    sent: formatBytes(status.bytesSent),
  };
  return (
    <span className="sync-times">
      <span className="sync-traffic">{t('traffic', traffic)}</span>
      <span>
        {status.lastContactAt === null
          ? t('noContact')
          : t('lastContact', { at: formatRecent(status.lastContactAt, status.today) })}
      </span>
      {status.nextTryAt !== null && !isRunning(syncState(status)) && (
        <span>{t('nextTry', { at: formatRecent(status.nextTryAt, status.today) })}</span>
      )}
    </span>
  );
}
