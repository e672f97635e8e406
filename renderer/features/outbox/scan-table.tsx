import { useTranslation } from 'react-i18next';
import type { ListedScan } from '../../../shared/ipc/views/outbox.ts';
import { formatBytes } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useToday } from './use-today.ts';
import { ItemBadge } from './item-badge.tsx';
import { ItemList } from './item-list.tsx';
import { ItemRows, RequestCells, StateSentences } from './item-rows.tsx';
import { RetryButton } from './retry-button.tsx';
import { scanWords } from './try-words.ts';
import { useItems, type ItemTableProps, type ItemsAsked } from './use-outbox.ts';

const listScans = (asked: ItemsAsked) => call('outbox.scans', asked);

/** The scans of open requests that are not here, and why. */
export function ScanTable({ counts, first }: ItemTableProps<'scan'>) {
  const { t } = useTranslation('outbox');
  const page = useItems(listScans, first);
  return (
    <ItemList
      page={page}
      counts={counts}
      empty={
        <EmptyState icon="check-circle" title={t('scans.emptyTitle')}>
          {t('scans.emptyText')}
        </EmptyState>
      }
    >
      {(items) => (
        <ItemRows what={t('scans.what')}>
          {items.map((scan) => (
            <ScanRow key={scan.hash} scan={scan} />
          ))}
        </ItemRows>
      )}
    </ItemList>
  );
}

function ScanRow({ scan }: { scan: ListedScan }) {
  const { t } = useTranslation(['outbox', 'errors', 'viewer']);
  const go = useDesk((desk) => desk.go);
  const today = useToday();
  const what = scan.kind === null ? t('scans.unnamed') : t(`viewer:kinds.${scan.kind}`);
  return (
    <tr>
      <RequestCells item={scan} />
      <td>
        {what}
        <br />
        <span className="muted">{formatBytes(scan.size)}</span>
      </td>
      <td>
        <ItemBadge state={scan.shown} />
        <StateSentences sentences={scanWords(scan, t, today)} />
      </td>
      <td className="actions">
        <div className="row">
          {(scan.shown === 'waiting' || scan.shown === 'parked') && (
            <RetryButton item={{ kind: 'scan', id: scan.hash }} of={`${scan.requestNo}, ${what}`} />
          )}
          <Button
            size="small"
            variant="quiet"
            icon="document"
            onPress={() => {
              go({ name: 'review', requestId: scan.requestId });
            }}
          >
            {t('openRequest')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
