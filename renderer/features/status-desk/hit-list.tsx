import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { ArchiveHit } from '../../../shared/ipc/views/archive-hit.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';

export const hitListId = 'status-hits';

export function hitElementId(index: number): string {
  return `status-hit-${index}`;
}

interface Props {
  hits: readonly ArchiveHit[];
  /** Place of the one that Enter opens. */
  marked: number;
  told: RequestId | null;
  onOpen: (hit: ArchiveHit) => void;
}

/** What was found. The focus stays in the box; the arrows move the mark. */
export function HitList({ hits, marked, told, onOpen }: Props) {
  const { t } = useTranslation('status-desk');
  useEffect(() => {
    document.getElementById(hitElementId(marked))?.scrollIntoView({ block: 'nearest' });
  }, [marked, hits]);

  return (
    <ul id={hitListId} className="status-hits" role="listbox" aria-label={t('hits')}>
      {hits.map((hit, index) => (
        <Hit
          key={hit.id}
          id={hitElementId(index)}
          hit={hit}
          isMarked={index === marked}
          isTold={hit.id === told}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

interface HitProps {
  id: string;
  hit: ArchiveHit;
  isMarked: boolean;
  isTold: boolean;
  onOpen: (hit: ArchiveHit) => void;
}

function Hit({ id, hit, isMarked, isTold, onOpen }: HitProps) {
  const { t } = useTranslation(['status-desk', 'queue']);
  const say = useBilingual();
  return (
    <li
      id={id}
      role="option"
      aria-selected={isMarked}
      data-told={isTold}
      onPointerDown={(event) => {
        // The box keeps the focus, so that the arrows go on from here.
        event.preventDefault();
      }}
      onClick={() => {
        onOpen(hit);
      }}
    >
      <span className="status-hit-head">
        <strong>{hit.kioskCode}</strong>
        {hit.newKioskCode !== null && <span> → {hit.newKioskCode}</span>}
        <span className="status-hit-state">{t(`queue:status.${hit.status}`)}</span>
      </span>
      <span>
        {say(hit.applicantName)} · {say(hit.centreName)}
        {hit.registered && ` · ${t('registered', { name: say(hit.registered.name) })}`}
      </span>
      <span className="muted status-hit-small">
        {hit.requestNo} · {formatDate(hit.receivedOn)}
        {hit.mobileLast4 !== null && ` · ${t('mobile', { last4: hit.mobileLast4 })}`} ·{' '}
        {t('matchedBy', { what: t(`matched.${hit.matched}`) })}
      </span>
    </li>
  );
}
