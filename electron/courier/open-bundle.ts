import { createPublicKey, type KeyObject } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
  courierLimits,
  signedText,
  type BundleHeader,
  type CourierDirection,
} from '../../shared/courier/bundle.ts';
import type { BundleFault } from '../../shared/courier/courier-fault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isSignedBy } from '../storage/signature.ts';
import { bundleCipherKey } from './bundle-cipher-key.ts';
import { readFrame, type BundleFrame } from './bundle-frame.ts';
import { decryptChunks } from './chunk-cipher.ts';

/** Who opens: which files are for them. */
export interface BundleReader {
  direction: CourierDirection;
  id: string;
  /** Null where all districts are taken. */
  districtId: string | null;
  /** X25519. */
  openingKey: KeyObject;
  /** The sender's Ed25519 key, SPKI DER, base64; null when that sender is not known here. */
  senderKey: (from: string) => Promise<string | null>;
}

export interface OpenedBundle {
  header: BundleHeader;
  /** The text, UTF-8 lines. */
  text: Buffer;
  scans: Buffer;
}

/**
 * Opens a file that somebody brought. Nothing of it is looked at before its signature holds, but the header, which
 * only says why it is refused. @returns the fault, and of a whole file whose header names another district, which.
 */
export async function openBundle(
  file: Uint8Array,
  reader: BundleReader,
): Promise<Result<OpenedBundle, { fault: BundleFault; districtId: string | null }>> {
  const frame = readFrame(file);
  if (!frame.ok) return fail({ fault: frame.error, districtId: null });
  const { header } = frame.value;
  const refusal = refusalOf(header, reader) ?? (await forgery(frame.value, reader));
  if (refusal !== null) return fail({ fault: refusal, districtId: header.districtId });
  const payload = decrypt(frame.value, reader.openingKey);
  const parts = payload && partsOf(payload);
  return parts ? ok({ header, ...parts }) : fail({ fault: 'damaged', districtId: null });
}

function refusalOf(header: BundleHeader, reader: BundleReader): BundleFault | null {
  if (header.direction !== reader.direction) return 'wrong-direction';
  if (reader.districtId !== null && header.districtId !== reader.districtId) return 'wrong-office';
  if (header.to === reader.id) return null;
  return reader.direction === 'in' ? 'wrong-desk' : 'wrong-server';
}

async function forgery(frame: BundleFrame, reader: BundleReader): Promise<BundleFault | null> {
  const key = await reader.senderKey(frame.header.from);
  if (key === null) return reader.direction === 'in' ? 'wrong-server' : 'wrong-desk';
  const signature = Buffer.from(frame.signature).toString('base64');
  return isSignedBy(key, signedText(frame.digest), signature) ? null : 'not-genuine';
}

function decrypt({ header, headerBytes, encrypted }: BundleFrame, openingKey: KeyObject): Buffer | null {
  try {
    const key = Buffer.from(header.ephemeral, 'base64');
    const ephemeral = createPublicKey({ key, format: 'der', type: 'spki' });
    return decryptChunks(bundleCipherKey(openingKey, ephemeral, headerBytes), encrypted);
  } catch {
    // A key of another kind, or one that agrees to nothing.
    return null;
  }
}

/** The text is never larger in memory than its limit, whatever its compressed form promises. */
function partsOf(payload: Buffer): { text: Buffer; scans: Buffer } | null {
  if (payload.length < 4) return null;
  const scansAt = 4 + payload.readUInt32BE();
  if (scansAt > payload.length) return null;
  try {
    const text = gunzipSync(payload.subarray(4, scansAt), { maxOutputLength: courierLimits.textBytes });
    return { text, scans: payload.subarray(scansAt) };
  } catch {
    return null;
  }
}
