import { useTranslation } from 'react-i18next';
import type { ListedUpload } from '../../../shared/ipc/views/outbox.ts';
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
import { uploadWords } from './try-words.ts';
import { useItems, type ItemTableProps, type ItemsAsked } from './use-outbox.ts';

const listUploads = (asked: ItemsAsked) => call('outbox.uploads', asked);

/** Scans that were taken in here, and how far they are on their way to the server. */
export function UploadTable({ counts, first }: ItemTableProps<'upload'>) {
  const { t } = useTranslation('outbox');
  const page = useItems(listUploads, first);
  return (
    <ItemList
      page={page}
      counts={counts}
      empty={
        <EmptyState icon="document" title={t('uploads.emptyTitle')}>
          {t('uploads.emptyText')}
        </EmptyState>
      }
    >
      {(items) => (
        <ItemRows what={t('scans.what')}>
          {items.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ItemRows>
      )}
    </ItemList>
  );
}

function UploadRow({ upload }: { upload: ListedUpload }) {
  const { t } = useTranslation(['outbox', 'errors', 'viewer']);
  const go = useDesk((desk) => desk.go);
  const today = useToday();
  const what = t(`viewer:kinds.${upload.kind}`);
  return (
    <tr>
      <RequestCells item={upload} />
      <td>
        {what}
        <br />
        <span className="muted">{formatBytes(upload.size)}</span>
      </td>
      <td>
        <ItemBadge state={upload.shown} />
        <StateSentences sentences={uploadWords(upload, t, today)} />
      </td>
      <td className="actions">
        <div className="row">
          {(upload.shown === 'waiting' || upload.shown === 'parked') && (
            <RetryButton item={{ kind: 'upload', id: upload.id }} of={`${upload.requestNo}, ${what}`} />
          )}
          <Button
            size="small"
            variant="quiet"
            icon="document"
            onPress={() => {
              go({ name: 'review', requestId: upload.requestId });
            }}
          >
            {t('openRequest')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
