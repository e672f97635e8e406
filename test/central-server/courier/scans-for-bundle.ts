import { courierLimits } from '../../../shared/courier/bundle.ts';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import { changeLine } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';

export interface BundleScan {
  hash: string;
  bytes: Uint8Array;
}

/**
 * First what the desk lacks, then the scans of the open requests that the file brings. Only what every request of the
 * district calls masked: an unmasked scan never travels on a stick.
 */
export async function scansForBundle(
  context: ServerContext,
  districtId: string,
  wanted: readonly string[],
  lines: readonly string[],
): Promise<{ scans: BundleScan[]; remaining: number }> {
  const masked = await maskedScans(context, districtId);
  const hashes = new Set([...wanted, ...lines.flatMap(scansOfLine)].filter((hash) => masked.has(hash)));
  const scans: BundleScan[] = [];
  let bytes = 0;
  let remaining = 0;
  for (const hash of hashes) {
    const size = (await isAccessible(context, districtId, hash)) ? await context.blobs.size(hash) : null;
    if (size === null) continue;
    if (bytes + size > courierLimits.scanBytes || scans.length >= courierLimits.scans) {
      remaining += 1;
      continue;
    }
    bytes += size;
    scans.push({ hash, bytes: await readBlob(context, hash, size) });
  }
  return { scans, remaining };
}

async function maskedScans({ database }: ServerContext, districtId: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('feed')
    .select('body')
    .where('kind', '=', 'request')
    .where('removed', '=', false)
    .where('district_id', '=', districtId)
    .execute();
  const masked = new Set<string>();
  const unmasked = new Set<string>();
  for (const row of rows) {
    const request = migrationRequest.safeParse(JSON.parse(row.body));
    if (!request.success) continue;
    for (const scan of scansOf(request.data)) (scan.masked ? masked : unmasked).add(scan.hash);
  }
  return new Set([...masked].filter((hash) => !unmasked.has(hash)));
}

function scansOfLine(line: string): string[] {
  const { kind, removed, body } = changeLine.parse(JSON.parse(line));
  if (kind !== 'request' || removed === true) return [];
  const request = migrationRequest.safeParse(body);
  const isOpen = request.success && ['pending', 'on-hold', 'returned'].includes(request.data.status);
  return isOpen ? scansOf(request.data).map(({ hash }) => hash) : [];
}

function scansOf(request: MigrationRequest) {
  return request.documents.flatMap(({ scan }) => (scan ? [scan] : []));
}

async function isAccessible({ database }: ServerContext, districtId: string, hash: string): Promise<boolean> {
  const row = await database
    .selectFrom('blob_access')
    .select('hash')
    .where('hash', '=', hash)
    .where('district_id', '=', districtId)
    .executeTakeFirst();
  return row !== undefined;
}

async function readBlob({ blobs }: ServerContext, hash: string, size: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of blobs.read(hash, 0, size - 1)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
