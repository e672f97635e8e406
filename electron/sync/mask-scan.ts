import { createHash } from 'node:crypto';
import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { DocumentReading } from '../../shared/domain/documents/document-reading.ts';
import type { KeptScan } from '../../shared/domain/documents/local-scan.ts';
import { isNumberMissing } from '../../shared/domain/documents/number-missing.ts';
import { blobHash } from '../../shared/domain/ids.ts';
import type { Scan } from '../../shared/domain/request.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { limits } from '../../shared/sync/protocol.ts';
import type { MaskFailure } from '../storage/store.ts';

export interface MaskedScan {
  /** Of the masked pages, found by reading again after the masking. */
  reading: DocumentReading;
  bytes: Uint8Array;
  mime: Scan['mime'];
  pages: number;
}

/**
 * Reads a scan and burns its numbers out, in memory. `wants-hand`: it may hold a number and none was found. Whoever
 * gives this may hold the bytes in memory for an officer, and bounds the time that it takes.
 */
export type MaskScan = (
  bytes: Uint8Array,
  scan: Scan,
) => Promise<Result<MaskedScan | 'wants-hand', DocumentFault>>;

/** Ends with null when the signal says so: what the masking comes to then is of no use to anybody. */
export async function maskInMemory(
  mask: MaskScan,
  bytes: Uint8Array,
  scan: Scan,
  signal: AbortSignal,
): Promise<Result<{ kept: KeptScan; masked: MaskedScan }, MaskFailure> | null> {
  const masked = await untilStopped(safely(mask, bytes, scan), signal);
  if (masked === null || !masked.ok) return masked;
  if (masked.value === 'wants-hand') return fail('wants-hand');
  const { reading } = masked.value;
  if (reading.masking.wantsHand) return fail('wants-hand');
  if (reading.masking.residue > 0) return fail('still-readable');
  // Called unmasked, and no number was found: it stands there all the same.
  if (isNumberMissing(reading)) return fail('wants-hand');
  const { byteLength: size } = masked.value.bytes;
  if (size === 0 || size > limits.blobBytes) return fail(size === 0 ? 'damaged' : 'too-large');
  const hash = blobHash.parse(createHash('sha256').update(masked.value.bytes).digest('hex'));
  const { mime, pages } = masked.value;
  return ok({ kept: { hash, size, mime, pages }, masked: masked.value });
}

/** One that throws died, as its process would: it is this scan's fault and stops nothing else. */
async function safely(mask: MaskScan, bytes: Uint8Array, scan: Scan): ReturnType<MaskScan> {
  try {
    return await mask(bytes, scan);
  } catch {
    return fail('process-died');
  }
}

async function untilStopped<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  if (signal.aborted) return null;
  let stop: () => void = () => undefined;
  const stopped = new Promise<null>((resolve) => {
    stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
