import type { BlobFolder } from './blobs/blob-folder.ts';
import type { PartFolder } from './blobs/part-folder.ts';
import type { Database } from './database/open-database.ts';
import type { ServerIdentity } from './server-identity.ts';

/** What every part of a running server shares. */
export interface ServerContext {
  database: Database;
  blobs: BlobFolder;
  parts: PartFolder;
  identity: ServerIdentity;
  now: () => Date;
}
