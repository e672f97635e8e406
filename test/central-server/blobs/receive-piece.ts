import type { BlobProgress } from '../../../shared/sync/attachments.ts';
import { limits } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import type { ContentRange } from '../http/content-range.ts';
import { ServerFailure } from '../http/server-failure.ts';
import { sha256 } from '../signatures.ts';
import { keepBlob } from './keep-blob.ts';
import type { PartName } from './part-folder.ts';

/**
 * Takes one piece of a scan, or tells how far it is. What was whole before counts as complete for the districts that
 * have it only: to know a hash is not to have the bytes.
 * @throws ServerFailure `bad-request` when all is there and does not hash to the name; then nothing of it is kept.
 */
export async function receivePiece(
  context: ServerContext,
  part: PartName,
  { first, last, size }: ContentRange,
  bytes: Uint8Array,
): Promise<Omit<BlobProgress, 'serverTime'>> {
  if (size < 1 || size > limits.blobBytes) throw new ServerFailure('too-large', 'The scan is too large');
  if (await isHad(context, part)) return { received: size, complete: true };
  if (first === null) return stateOf(context, part, await context.parts.received(part));
  if (bytes.byteLength !== last - first + 1) {
    throw new ServerFailure('bad-request', 'The range and the bytes differ in length');
  }
  return stateOf(context, part, await context.parts.append(part, first, bytes));
}

/** Where all is there it is kept, also when it was whole before: the server may have died in between. */
async function stateOf(
  context: ServerContext,
  part: PartName,
  received: number,
): Promise<Omit<BlobProgress, 'serverTime'>> {
  if (received < part.size) return { received, complete: false };
  const whole = await context.parts.whole(part);
  try {
    if (sha256(whole) !== part.hash) {
      throw new ServerFailure('bad-request', 'The bytes do not hash to the name');
    }
    await keepBlob(context, part, whole);
  } catch (error) {
    if (error instanceof ServerFailure) await context.parts.remove(part);
    throw error;
  }
  await context.parts.remove(part);
  return { received: part.size, complete: true };
}

async function isHad(
  { database, blobs }: ServerContext,
  { hash, districtId, size }: PartName,
): Promise<boolean> {
  const access = await database
    .selectFrom('blob_access')
    .select('hash')
    .where('hash', '=', hash)
    .where('district_id', '=', districtId)
    .executeTakeFirst();
  return access !== undefined && (await blobs.size(hash)) === size;
}
