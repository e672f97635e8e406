import { randomBytes } from 'node:crypto';
import type { Database } from './database/open-database.ts';
import { newSigningKey } from './signatures.ts';

/** Made once for each database: the key that signs receipts, and the name that its cursors carry. */
export interface ServerIdentity {
  privateKey: string;
  publicKey: string;
  feed: string;
}

/** A reference server keeps its key beside its data; a real one keeps it where it cannot be copied. */
export async function serverIdentity(database: Database): Promise<ServerIdentity> {
  const key = newSigningKey();
  const fresh = { ...key, feed: randomBytes(6).toString('hex') };
  await database
    .insertInto('server_state')
    .values({ name: 'identity', value: JSON.stringify(fresh) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await database
    .selectFrom('server_state')
    .select('value')
    .where('name', '=', 'identity')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.value) as ServerIdentity;
}
