import { open, readFile, rm } from 'node:fs/promises';
import { courierLimits } from '../../shared/courier/bundle.ts';
import type { CourierFault } from '../../shared/courier/courier-fault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeDurably } from '../storage/durable-file.ts';
import { StorageError } from '../storage/storage-error.ts';

/**
 * Writes the finished file to the stick whole or not at all, then reads it back. A file that came back different is
 * removed. The system may answer from its memory: a stick that loses what it promised shows only when it is read
 * elsewhere, and costs nothing then, since decisions count as accepted by their receipts alone.
 */
export async function writeBundleFile(
  path: string,
  bytes: Uint8Array,
  verifying: () => void,
): Promise<Result<null, CourierFault>> {
  try {
    await writeDurably(path, bytes);
  } catch (error) {
    return fail(faultOf(error));
  }
  verifying();
  const back = await readFile(path).catch(() => null);
  if (back === null) return fail('stick-removed');
  if (Buffer.compare(back, bytes) === 0) return ok(null);
  await rm(path, { force: true }).catch(() => undefined);
  return fail('not-kept');
}

/** The size is looked at before a byte is read. */
export async function readBundleFile(path: string): Promise<Result<Uint8Array, CourierFault>> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > courierLimits.fileBytes) return fail('too-large');
      return ok(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (error) {
    const fault = faultOf(error);
    return fail(fault === 'stick-removed' ? fault : 'cannot-read');
  }
}

function faultOf(error: unknown): CourierFault {
  if (error instanceof StorageError && error.kind === 'disk-full') return 'stick-full';
  const code = error instanceof StorageError ? error.code : codeOf(error);
  switch (code) {
    case 'ENOSPC':
    case 'EFBIG':
      return 'stick-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'stick-read-only';
    case null:
    default:
      return 'stick-removed';
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
