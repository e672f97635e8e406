import type { SalvageReport } from '../../../shared/ipc/views/salvage.ts';
import { migrate } from '../migrations/migrate.ts';
import { openDamaged, openEncrypted, type DatabaseKey } from '../sql-database.ts';
import { StorageError } from '../storage-error.ts';
import type { VaultIdentity } from '../store.ts';
import { gather, type Signers } from './gather.ts';
import { putBack, type SalvageNote } from './put-back.ts';

export interface SalvageOrder extends Signers, SalvageNote {
  /** A copy of the damaged database, its log beside it. */
  from: string;
  /** Made here, closed and whole when the report is given. */
  to: string;
  key: DatabaseKey;
  /** As it was kept apart from the database; null where that is gone too. */
  identity: VaultIdentity | null;
}

/**
 * Reads what can be read, and writes it into a new vault. Runs in a thread of its own.
 * @throws StorageError `cannot-decrypt` when it is not even known whose vault this is: nothing is written then.
 */
export function salvageDatabase(order: SalvageOrder): SalvageReport {
  const damaged = openDamaged(order.from, order.key);
  let found;
  try {
    found = gather(damaged, order, order.identity);
  } finally {
    damaged.close();
  }
  const { identity } = found;
  if (identity === null) throw new StorageError('cannot-decrypt');
  const database = openEncrypted(order.to, order.key, 'create');
  try {
    migrate(database);
    return putBack(database, { ...found, identity }, order);
  } finally {
    database.close();
  }
}
