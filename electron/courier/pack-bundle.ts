import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { courierLimits, magic, signedText, type BundleHeader } from '../../shared/courier/bundle.ts';
import { bundleCipherKey } from './bundle-cipher-key.ts';
import { cipherLength, encryptChunks } from './chunk-cipher.ts';

export interface BundleToPack {
  header: Omit<BundleHeader, 'format' | 'ephemeral' | 'cipherBytes'>;
  /** JSON, one for each line, without line breaks. */
  lines: readonly string[];
  scans: readonly Uint8Array[];
  /** The recipient's X25519 key. */
  recipientKey: KeyObject;
  /** The sender's Ed25519 key. */
  signingKey: KeyObject;
}

/**
 * The bytes of a courier file; `shared/courier/bundle.ts` describes them.
 * @throws RangeError when they would be more than a reader takes: who gathers keeps below the limits.
 */
export function packBundle({ header: given, lines, scans, recipientKey, signingKey }: BundleToPack): Buffer {
  const text = gzipSync(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8'));
  const payload = Buffer.concat([lengthOf(text), text, ...scans]);
  const pair = generateKeyPairSync('x25519');
  const header = Buffer.from(
    JSON.stringify({
      format: 1,
      ...given,
      ephemeral: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      cipherBytes: cipherLength(payload.length),
    } satisfies BundleHeader),
    'utf8',
  );
  const key = bundleCipherKey(pair.privateKey, recipientKey, header);
  const encrypted = encryptChunks(key, payload);
  const signed = Buffer.concat([Buffer.from(magic, 'latin1'), lengthOf(header), header, encrypted]);
  const digest = createHash('sha256').update(signed).digest('hex');
  const signature = sign(null, Buffer.from(signedText(digest), 'utf8'), signingKey);
  const checksum = createHash('sha256').update(signed).update(signature).digest();
  const file = Buffer.concat([signed, signature, checksum]);
  if (file.length > courierLimits.fileBytes) throw new RangeError('The courier file is too large');
  return file;
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}
