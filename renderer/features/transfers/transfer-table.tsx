import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferRow } from '../../../shared/ipc/views/transfer-view.ts';
import { formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { TransferPile } from './transfer-piles.ts';

/** A district's transfers of a year would make the page slow: a pile shows this many, and more on demand. */
const step = 100;

const marks: Record<TransferPile, { tone: Tone; icon: IconName }> = {
  'to-acknowledge': { tone: 'bad', icon: 'alert' },
  failed: { tone: 'bad', icon: 'x-circle' },
  waiting: { tone: 'info', icon: 'clock' },
  'follow-ups': { tone: 'warn', icon: 'pin' },
  completed: { tone: 'good', icon: 'check-circle' },
};

/** One pile of transfers. */
export function TransferTable({ pile, rows }: { pile: TransferPile; rows: readonly TransferRow[] }) {
  const { t } = useTranslation('transfers');
  const id = useId();
  const [most, setMost] = useState(step);
  return (
    <section className="transfer-pile" aria-labelledby={id}>
      <h2 id={id}>
        {t(`piles.${pile}`)} <span className="muted">({formatNumber(rows.length)})</span>
      </h2>
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{t('column.request')}</th>
            <th scope="col">{t('column.centre')}</th>
            <th scope="col">{t('column.lsps')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.changed')}</th>
            <th scope="col">{t('column.open')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Row key={row.requestId} row={row} pile={pile} />
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <Button
          size="small"
          onPress={() => {
            setMost(most + step);
          }}
        >
          {t('showMore', { left: formatNumber(rows.length - most) })}
        </Button>
      )}
    </section>
  );
}

function Row({ row, pile }: { row: TransferRow; pile: TransferPile }) {
  const { t } = useTranslation('transfers');
  const say = useBilingual();
  const lspName = useLspName();
  const go = useDesk((desk) => desk.go);
  return (
    <tr>
      <td>
        {row.newKioskCode === null ? row.oldKioskCode : `${row.oldKioskCode} → ${row.newKioskCode}`}
        <br />
        <span className="muted">{row.requestNo}</span>
      </td>
      <td>{say(row.centreName)}</td>
      <td>
        {lspName(row.fromLspId)} → {lspName(row.toLspId)}
      </td>
      <td>
        <Badge tone={marks[pile].tone} icon={marks[pile].icon}>
          {pile === 'to-acknowledge' ? t('states.differs') : t(`states.${row.state}`)}
        </Badge>
        {row.failure !== null && <p className="state-words">{t(`failures.${row.failure}.title`)}</p>}
        {row.toAcknowledge > 0 && (
          <p className="state-words">{t('differencesOpen', { count: row.toAcknowledge })}</p>
        )}
        {row.followUpsOpen > 0 && (
          <p className="state-words">{t('followUpsOpen', { count: row.followUpsOpen })}</p>
        )}
      </td>
      <td>{formatInstant(row.updatedAt)}</td>
      <td>
        <Button
          size="small"
          icon="document"
          label={t('openOf', { requestNo: row.requestNo })}
          onPress={() => {
            go({ name: 'transfers', requestId: row.requestId });
          }}
        >
          {t('open')}
        </Button>
      </td>
    </tr>
  );
}
