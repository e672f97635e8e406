import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { trustFile, trustText } from '../../../shared/domain/documents/trust-update.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { readCertificate, type TrustedCertificate } from '../aadhaar/trusted-certificate.ts';
import type { OfflineRoot } from './offline-roots.ts';

export interface TrustUpdate {
  sequence: number;
  issuedAt: string;
  /** To be added to the pinned ones. */
  certificates: TrustedCertificate[];
  /** The name of the root that signed it. */
  root: string;
}

export interface TrustUpdateFault {
  kind:
    | 'no-root'
    | 'too-large'
    | 'damaged'
    /** Of a kind that this build does not know; a later one may. */
    | 'unknown-kind'
    | 'not-signed-by-root'
    /** An update with this number, or a later one, was taken in before. */
    | 'older'
    | 'bad-certificate';
}

const mostBytes = 1024 * 1024;
/** A shorter key could be broken within the life of a card. */
const shortestKey = 2048;

/**
 * Reads a file that adds certificates to the desk's trust. Only a root that is pinned in the build can sign one; how
 * the file came (by the server, on a stick) does not matter.
 *
 * @param last the number of the update that the desk holds, null where it holds none.
 */
export function readTrustUpdate(
  bytes: Uint8Array,
  roots: readonly OfflineRoot[],
  last: number | null,
): Result<TrustUpdate, TrustUpdateFault> {
  if (roots.length === 0) return fail({ kind: 'no-root' });
  if (bytes.length > mostBytes) return fail({ kind: 'too-large' });
  const json = parsedJson(bytes);
  if (!z.object({ kind: z.string() }).safeParse(json).success) return fail({ kind: 'damaged' });
  const file = trustFile.safeParse(json);
  if (!file.success) return fail({ kind: isOfOtherKind(json) ? 'unknown-kind' : 'damaged' });
  const { signature, ...content } = file.data;
  const root = roots.find((each) => isSigned(trustText(content), signature, each));
  if (root === undefined) return fail({ kind: 'not-signed-by-root' });
  if (last !== null && content.sequence <= last) return fail({ kind: 'older' });
  const certificates = content.certificates.map(strongCertificate);
  const good = certificates.filter((certificate) => certificate !== null);
  if (good.length < certificates.length) return fail({ kind: 'bad-certificate' });
  return ok({ sequence: content.sequence, issuedAt: content.issuedAt, certificates: good, root: root.name });
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function isOfOtherKind(json: unknown): boolean {
  const kind = z.object({ kind: z.string() }).safeParse(json).data?.kind;
  return kind !== undefined && kind !== 'aadhaar-certificates';
}

function isSigned(text: string, signature: string, root: OfflineRoot): boolean {
  try {
    const der = Buffer.from(root.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function strongCertificate(der: string): TrustedCertificate | null {
  const read = readCertificate(der);
  if (!read.ok) return null;
  return (read.value.key.asymmetricKeyDetails?.modulusLength ?? 0) >= shortestKey ? read.value : null;
}
