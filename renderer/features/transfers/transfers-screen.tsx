import type { RequestId } from '../../../shared/domain/ids.ts';
import { TransferDetail } from './transfer-detail.tsx';
import { TransferList } from './transfer-list.tsx';
import './transfers.css';

/** The transfers of the records: all of them, or one with its reconciliation. */
export function TransfersScreen({ requestId }: { requestId: RequestId | null }) {
  return requestId === null ? <TransferList /> : <TransferDetail key={requestId} requestId={requestId} />;
}
