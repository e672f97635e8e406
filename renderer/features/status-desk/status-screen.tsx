import type { RequestId } from '../../../shared/domain/ids.ts';

export function StatusScreen({ requestId }: { requestId: RequestId | null }) {
  return <main className="screen">{requestId}</main>;
}
