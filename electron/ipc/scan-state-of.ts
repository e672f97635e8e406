import type { RequestDocument } from '../../shared/domain/request.ts';
import type { ScanState } from '../../shared/ipc/views/scan-state.ts';
import type { OpenVault } from '../storage/vault.ts';

/** Whether the server's scan of a document can be looked at now, masked copies left aside. */
export async function scanStateOf(
  { store }: Pick<OpenVault, 'store'>,
  { scan }: Pick<RequestDocument, 'scan'>,
): Promise<ScanState> {
  if (scan === null) return 'none';
  const stored = await store.scan(scan.hash);
  if (!scan.masked || stored?.state === 'unmasked') {
    return stored?.why === 'wants-hand' || stored?.why === 'still-readable' ? 'wants-hand' : 'unmasked';
  }
  switch (stored?.state) {
    case 'ready':
      return 'ready';
    case 'failed':
      return 'failed';
    case 'wanted':
    case undefined:
      return 'waiting';
  }
}
