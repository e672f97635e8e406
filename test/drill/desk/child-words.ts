import type { RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import type { DatabaseKey } from '../../../electron/storage/sql-database.ts';
import type { ClientSide } from '../account/compare-sides.ts';

/** What a vault's process is started with. */
export interface ChildOrder {
  file: string;
  folder: string;
  key: DatabaseKey;
  vaultKey: string;
  /** PKCS8 DER, base64. */
  officerKey: string;
  workerUrl: string;
  seed: number;
  /** Ids of what was told by the processes before. */
  told: string[];
  isLast: boolean;
  requestIds: RequestId[];
}

/** What it says, one to a line. */
export type ChildWord =
  /** Since its start: without and with the time in which other programs had the processor. */
  | { is: 'open'; milliseconds: number; wall: number }
  | { is: 'step'; step: SyncStatus['step'] | 'deciding' }
  | { is: 'begun'; id: string }
  | { is: 'told'; id: string; requestId: string; content: string }
  | { is: 'refused' }
  /** Nothing is unsent, of what was told before this one: the first `known`. */
  | { is: 'claim'; known: number }
  | {
      is: 'finished';
      outbox: ClientSide['outbox'];
      isIntact: boolean;
      status: SyncStatus;
      requests: (MigrationRequest | null)[];
    };
