import type { RequestId } from '../../shared/domain/ids.ts';
import type { ListedAct, ListedScan } from '../../shared/ipc/views/outbox.ts';
import type { ItemQuery } from './item-store.ts';
import type { StoreParts } from './store-parts.ts';
import { readAct } from './tables/act-table.ts';
import { requestFacts } from './tables/item-table.ts';

export function listActs(parts: StoreParts, query: ItemQuery): ListedAct[] {
  return parts.items.acts(query).map(({ content, row, requestId, ...rest }) => {
    const { id, act, at } = readAct({ content });
    const facts =
      row === null ? factsOfTransfer(parts, requestId as RequestId) : requestFacts(row, requestId);
    return { id, requestId: requestId as RequestId, kind: act.kind, at, ...rest, ...facts };
  });
}

/** The request itself may have left the district; its transfer is here. */
function factsOfTransfer({ transfers }: StoreParts, id: RequestId) {
  const { requestNo, oldKioskCode } = transfers.get(id)?.transfer ?? { requestNo: id, oldKioskCode: '' };
  return { requestNo, kioskCode: oldKioskCode, centreName: { hi: '', en: '' } };
}

export function listScans(parts: StoreParts, query: ItemQuery): ListedScan[] {
  return parts.items.scans(query).map(({ hash, size, row, requestId, ...rest }) => {
    const { shown, attempts, why, failedAt, nextTryAt } = rest;
    const named = parts.requests.get(requestId)?.documents.find(({ scan }) => scan?.hash === hash);
    const kind = named?.kind ?? null;
    const facts = requestFacts(row, requestId);
    return { hash, size, kind, requestId, shown, attempts, why, failedAt, nextTryAt, ...facts };
  });
}
