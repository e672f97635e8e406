import { useTranslation } from 'react-i18next';
import type { ListedAct } from '../../../shared/ipc/views/outbox.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useToday } from './use-today.ts';
import { ItemBadge } from './item-badge.tsx';
import { ItemList } from './item-list.tsx';
import { ItemRows, RequestCells, StateSentences } from './item-rows.tsx';
import { RetryButton } from './retry-button.tsx';
import { actWords } from './try-words.ts';
import { useItems, type ItemTableProps, type ItemsAsked } from './use-outbox.ts';

const listActs = (asked: ItemsAsked) => call('outbox.acts', asked);

/** What was done here about transfers, and what became of it at the server. */
export function ActTable({ counts, first }: ItemTableProps<'act'>) {
  const { t } = useTranslation('outbox');
  const page = useItems(listActs, first);
  return (
    <ItemList
      page={page}
      counts={counts}
      empty={
        <EmptyState icon="transfer" title={t('acts.emptyTitle')}>
          {t('acts.emptyText')}
        </EmptyState>
      }
    >
      {(items) => (
        <ItemRows what={t('acts.what')}>
          {items.map((act) => (
            <ActRow key={act.id} act={act} />
          ))}
        </ItemRows>
      )}
    </ItemList>
  );
}

function ActRow({ act }: { act: ListedAct }) {
  const { t } = useTranslation('outbox');
  const go = useDesk((desk) => desk.go);
  const today = useToday();
  return (
    <tr>
      <RequestCells item={act} />
      <td>
        {t(`acts.kind.${act.kind}`)}
        <br />
        <span className="muted">{t('recordedAt', { at: formatInstant(act.at) })}</span>
      </td>
      <td>
        <ItemBadge state={act.shown} />
        <StateSentences sentences={actWords(act, t, today)} />
      </td>
      <td className="actions">
        <div className="row">
          {(act.shown === 'waiting' || act.shown === 'parked') && (
            <RetryButton item={{ kind: 'act', id: act.id }} of={act.requestNo} />
          )}
          <Button
            size="small"
            variant="quiet"
            icon="transfer"
            onPress={() => {
              go({ name: 'transfers', requestId: act.requestId });
            }}
          >
            {t('acts.open')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
