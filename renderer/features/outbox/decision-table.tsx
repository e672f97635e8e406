import { useTranslation } from 'react-i18next';
import type { ListedDecision, OutboxItem } from '../../../shared/ipc/views/outbox.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useNow } from '../../app/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DecisionActions } from './decision-actions.tsx';
import { ItemBadge } from './item-badge.tsx';
import { ItemList } from './item-list.tsx';
import { ItemRows, RequestCells, StateSentences } from './item-rows.tsx';
import { OrderLine } from './order-line.tsx';
import { stateTone, useStateWords } from './state-words.ts';
import { useItems, type ItemTableProps, type ItemsAsked } from './use-outbox.ts';

const listDecisions = (asked: ItemsAsked) => call('outbox.decisions', asked);

export interface DecisionTableProps extends ItemTableProps<'decision'> {
  onReceipt: (item: OutboxItem) => void;
  onSeal: (item: OutboxItem) => void;
  onOrder: (item: OutboxItem) => void;
  onChanged: () => void;
}

export function DecisionTable(props: DecisionTableProps) {
  const { t } = useTranslation(['outbox', 'common']);
  const now = useNow(1000);
  const page = useItems(listDecisions, props.first);
  const onChanged = () => {
    page.reload();
    props.onChanged();
  };
  return (
    <ItemList page={page} counts={props.counts} empty={<NoDecisions />}>
      {(items) => (
        <ItemRows what={t('column.decision')}>
          {items.map((item) => (
            <DecisionRow key={item.decisionId} item={item} now={now} {...props} onChanged={onChanged} />
          ))}
        </ItemRows>
      )}
    </ItemList>
  );
}

function DecisionRow({ item, now, ...props }: { item: ListedDecision; now: number } & DecisionTableProps) {
  const { t } = useTranslation(['outbox', 'common']);
  const words = useStateWords(item, now);
  return (
    <tr>
      <RequestCells item={item} />
      <td>
        {t(`common:outcomeDone.${item.outcome}`)}
        <br />
        <span className="muted">{t('recordedAt', { at: formatInstant(item.recordedAt) })}</span>
        <OrderLine item={item} />
      </td>
      <td>
        {item.shown === 'under-way' || item.shown === 'recorded' ? (
          <ItemBadge state={item.shown} />
        ) : (
          <Badge tone={stateTone[item.state].tone} icon={stateTone[item.state].icon}>
            {t(`common:decisionState.${item.state}`)}
          </Badge>
        )}
        <StateSentences sentences={words} />
      </td>
      <td className="actions">
        <DecisionActions item={item} now={now} {...props} />
      </td>
    </tr>
  );
}

function NoDecisions() {
  const { t } = useTranslation(['outbox', 'common']);
  const go = useDesk((desk) => desk.go);
  return (
    <EmptyState
      icon="outbox"
      title={t('empty.title')}
      action={
        <Button
          variant="primary"
          onPress={() => {
            go({ name: 'queue' });
          }}
        >
          {t('empty.action')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
