import type { ServerContext } from '../context.ts';
import { ServerFailure } from '../http/server-failure.ts';

/**
 * Keeps bytes that were proved to hash to their name, for one district.
 * @throws ServerFailure `bad-request` for what is no scan.
 */
export async function keepBlob(
  { blobs, database }: ServerContext,
  { hash, districtId }: { hash: string; districtId: string },
  bytes: Uint8Array,
): Promise<void> {
  const mime = imageType(bytes);
  if (mime === null) throw new ServerFailure('bad-request', 'Neither a JPEG, a PNG nor a PDF');
  await blobs.put(bytes);
  await database
    .insertInto('blob_access')
    .values({ hash, district_id: districtId, size: bytes.length, mime })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** By the content, not by what the sender calls it. */
export function imageType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'application/pdf' | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head === '\x89PNG\r\n\x1a\n') return 'image/png';
  return head.startsWith('%PDF-') ? 'application/pdf' : null;
}
