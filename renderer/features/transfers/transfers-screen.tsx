import type { RequestId } from '../../../shared/domain/ids.ts';

export function TransfersScreen({ requestId }: { requestId: RequestId | null }) {
  return <main className="screen">{requestId}</main>;
}
