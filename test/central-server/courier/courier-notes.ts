import { z } from 'zod';
import type { Database } from '../database/open-database.ts';

/** What the server remembers of one device's sticks. */
const courierNotes = z.object({
  /** Of the files to the device. */
  inSequence: z.int(),
  /** The highest of the files from it. */
  outSequence: z.int(),
  /** The one that its newest file told; null before the first, or when it had nothing. */
  cursor: z.string().nullable(),
});
export type CourierNotes = z.infer<typeof courierNotes>;

export async function readNotes(database: Database, deviceId: string): Promise<CourierNotes> {
  const row = await database
    .selectFrom('server_state')
    .select('value')
    .where('name', '=', `courier:${deviceId}`)
    .executeTakeFirst();
  if (!row) return { inSequence: 0, outSequence: 0, cursor: null };
  return courierNotes.parse(JSON.parse(row.value));
}

export async function writeNotes(database: Database, deviceId: string, notes: CourierNotes): Promise<void> {
  const value = JSON.stringify(notes);
  await database
    .insertInto('server_state')
    .values({ name: `courier:${deviceId}`, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
