import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether a folder is the data folder of a server that was started with it: its database lies there, or, where that is
 * elsewhere, its scans. Opening any other folder would make a new, empty server of it.
 */
export async function holdsServer(folder: string, databaseUrl: string | undefined): Promise<boolean> {
  const mark = databaseUrl ? join(folder, 'blobs') : join(folder, 'database', 'PG_VERSION');
  return stat(mark).then(
    () => true,
    () => false,
  );
}
