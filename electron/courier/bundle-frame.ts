import { createHash } from 'node:crypto';
import {
  anyHeader,
  bundleHeader,
  courierLimits,
  magic,
  type BundleHeader,
} from '../../shared/courier/bundle.ts';
import type { BundleFault } from '../../shared/courier/courier-fault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { parseSafely } from '../sync/safe-json.ts';

export const signatureBytes = 64;
export const checksumBytes = 32;
const headerAt = magic.length + 4;

/** A file cut into its parts, whole by its own checksum; who made it and for whom is not proved yet. */
export interface BundleFrame {
  header: BundleHeader;
  headerBytes: Uint8Array;
  encrypted: Uint8Array;
  /** SHA-256 of what the signature is about, in hex. */
  digest: string;
  signature: Uint8Array;
}

/** Tells a broken-off copy from a damaged file before anything of it is believed. */
export function readFrame(file: Uint8Array): Result<BundleFrame, BundleFault> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length > courierLimits.fileBytes) return fail('too-large');
  const expected = Buffer.from(magic, 'latin1');
  const begun = Math.min(bytes.length, expected.length);
  if (!bytes.subarray(0, begun).equals(expected.subarray(0, begun))) return fail('not-a-bundle');
  if (bytes.length < headerAt) return fail('half-copied');
  const headerLength = bytes.readUInt32BE(magic.length);
  if (headerLength > courierLimits.headerBytes) return fail('damaged');
  const payloadAt = headerAt + headerLength;
  if (bytes.length < payloadAt) return fail('half-copied');
  const headerBytes = bytes.subarray(headerAt, payloadAt);
  const header = readHeader(headerBytes);
  if (!header.ok) return header;
  const signatureAt = payloadAt + header.value.cipherBytes;
  const end = signatureAt + signatureBytes + checksumBytes;
  if (bytes.length < end) return fail('half-copied');
  if (bytes.length > end) return fail('damaged');
  const checksum = sha256(bytes.subarray(0, end - checksumBytes));
  if (!checksum.equals(bytes.subarray(end - checksumBytes))) return fail('damaged');
  return ok({
    header: header.value,
    headerBytes,
    encrypted: bytes.subarray(payloadAt, signatureAt),
    digest: sha256(bytes.subarray(0, signatureAt)).toString('hex'),
    signature: bytes.subarray(signatureAt, signatureAt + signatureBytes),
  });
}

function readHeader(bytes: Uint8Array): Result<BundleHeader, BundleFault> {
  const parsed = parseSafely(new TextDecoder().decode(bytes));
  if (!parsed.ok) return fail('damaged');
  const any = anyHeader.safeParse(parsed.value);
  if (any.success && any.data.format > 1) return fail('newer-format');
  const header = bundleHeader.safeParse(parsed.value);
  return header.success ? ok(header.data) : fail('damaged');
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
