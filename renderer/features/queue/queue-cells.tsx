import type { ReadRow } from '../../app/read-model/read-model.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ageingOf } from './ageing.ts';
import { dueText } from './due-text.ts';
import { useRowWords } from './row-words.ts';

interface RowProps {
  row: ReadRow;
}

/** The due date, how near it is, and whether it rests on a year whose holidays are not known. */
export function DueCell({ row }: RowProps) {
  const { t, days } = useRowWords();
  const ageing = days && ageingOf(row, days.today, days.calendar, days.soonEnd);
  const caveat =
    row.unknownYears.length > 0 ? t('due.unknownYears', { years: row.unknownYears.join(', ') }) : null;
  return (
    <div className="queue-due" data-band={ageing?.band ?? 'none'}>
      <span className="queue-due-date">
        {formatDate(row.dueOn)}
        {caveat !== null && (
          <abbr className="queue-caveat" title={caveat} aria-label={caveat}>
            ⚠
          </abbr>
        )}
      </span>
      {ageing && <span className="queue-due-words">{dueText(ageing.words, t)}</span>}
    </div>
  );
}

/** Under the centre its place, or who works on the request now. */
export function CentreCell({ row }: RowProps) {
  const { t, nameOf, claimOf } = useRowWords();
  const claim = claimOf(row.id);
  return (
    <div className="queue-two">
      <span className="queue-cut" title={nameOf(row.centreName)}>
        {nameOf(row.centreName)}
      </span>
      {claim === null ? (
        <span className="queue-cut muted">
          {nameOf(row.block)} · {t(`area.${row.area}`)}
        </span>
      ) : (
        <span className="queue-cut queue-claim" title={claim.whole}>
          {claim.short}
        </span>
      )}
    </div>
  );
}

export function NameCell({ name }: { name: Bilingual }) {
  const { nameOf } = useRowWords();
  return (
    <span className="queue-cut" title={nameOf(name)}>
      {nameOf(name)}
    </span>
  );
}

export function LspCell({ row }: RowProps) {
  const { lspName } = useRowWords();
  return (
    <div className="queue-two">
      <span className="queue-cut muted">{lspName(row.currentLspId)}</span>
      <span className="queue-cut" title={lspName(row.targetLspId)}>
        <span aria-hidden="true">→ </span>
        {lspName(row.targetLspId)}
      </span>
    </div>
  );
}

const statusTone: Record<ReadRow['status'], Tone> = {
  pending: 'neutral',
  returned: 'warn',
  'on-hold': 'warn',
  approved: 'good',
  rejected: 'bad',
  transferred: 'good',
  withdrawn: 'neutral',
};

const outcomeTone = { approve: 'good', reject: 'bad', return: 'warn', hold: 'warn' } as const;

/** The officer's own decision where there is one, and how far it has come; else what the server says. */
export function StatusCell({ row }: RowProps) {
  const { t } = useRowWords();
  const decision = row.decision?.state === 'undone' ? null : row.decision;
  return (
    <div className="queue-two">
      <span className="queue-badges">
        {decision ? (
          <Badge tone={outcomeTone[decision.outcome]}>{t(`outcome.${decision.outcome}`)}</Badge>
        ) : (
          <Badge tone={statusTone[row.status]}>{t(`status.${row.status}`)}</Badge>
        )}
        {row.hasDraft && <Badge tone="info">{t('draft')}</Badge>}
      </span>
      {decision && (
        <span className="queue-cut muted" title={t(`decision.${decision.state}`)}>
          {t(`decision.${decision.state}`)}
        </span>
      )}
    </div>
  );
}
