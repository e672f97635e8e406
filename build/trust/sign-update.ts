import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { trustContent, trustText } from '../../shared/domain/documents/trust-update.ts';

export interface UpdateRequest {
  /** PKCS #8 PEM of an Ed25519 key. */
  rootPem: string;
  sequence: number;
  issuedAt: string;
  /** PEM or DER each. */
  certificates: Uint8Array[];
}

/**
 * A trust update as the text of a file.
 * @throws ZodError or Error for a number, date, key or certificate that cannot be used.
 */
export function signUpdate({ rootPem, sequence, issuedAt, certificates }: UpdateRequest): string {
  const key = createPrivateKey(rootPem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The root must be an Ed25519 key');
  const content = trustContent.parse({
    kind: 'aadhaar-certificates',
    sequence,
    issuedAt,
    certificates: certificates.map((bytes) => new X509Certificate(bytes).raw.toString('base64')),
  });
  const signature = sign(null, Buffer.from(trustText(content), 'utf8'), key).toString('base64');
  return `${JSON.stringify({ ...content, signature }, null, 2)}\n`;
}
