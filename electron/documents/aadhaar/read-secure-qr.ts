import { dataFields } from '../../../shared/domain/documents/aadhaar/data-fields.ts';
import { parseReferenceId } from '../../../shared/domain/documents/aadhaar/reference-id.ts';
import { secureQrLayout } from '../../../shared/domain/documents/aadhaar/secure-qr-layout.ts';
import type { SignatureOutcome } from '../../../shared/domain/documents/document-reading.ts';
import type { DocumentAssets } from '../document-assets.ts';
import { unread, type CodeResult } from './code-result.ts';
import { decodePhoto } from './decode-photo.ts';
import { isOneBitOff } from './one-bit-off.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';
import { unpackDigits } from './unpack-digits.ts';
import { signatureOutcome } from './signature-outcome.ts';
import { verifySignedData, type DataVerification } from './verify-signed-data.ts';

/** UIDAI's signatures have 256 bytes; taken for granted only where no key tells the length. */
const usualSignature = 256;

/**
 * Reads an Aadhaar Secure QR code from its digits. The signature is settled before the layout is looked at, and is
 * reported whatever the layout is. What an altered or unverifiable code says is read too, for the officer to look at
 * beside the card; only the outcome tells what it is worth.
 */
export async function readSecureQr(
  digits: string,
  trust: readonly TrustedCertificate[],
  assets: DocumentAssets,
): Promise<CodeResult> {
  const unpacked = unpackDigits(digits);
  if (typeof unpacked === 'string')
    return unread(unpacked === 'not-a-secure-qr' ? 'other' : 'secure-qr', unpacked);
  const { inflated, deflated } = unpacked;
  const verification = verifySignedData(inflated, trust);
  // Only for what a key vouches for: it takes time that a hostile stream could stretch.
  if (verification.outcome === 'genuine' && isOneBitOff(deflated, inflated))
    return unread('secure-qr', 'damaged');
  const layout = secureQrLayout(inflated.subarray(0, -signatureBytes(verification)));
  if (typeof layout === 'string') {
    const read = unread('secure-qr', layout);
    return { ...read, code: { ...read.code, signature: withoutLayout(verification, layout) } };
  }
  const reference = parseReferenceId(layout.referenceId);
  return {
    code: {
      kind: 'secure-qr',
      version: layout.version,
      signature: signatureOutcome(verification, reference),
      referenceDate: reference?.date ?? null,
      photo: layout.photo && (await decodePhoto(layout.photo, assets)),
    },
    fields: dataFields({ ...layout, last4: reference?.last4 ?? '' }, 'secure-qr'),
    fullNumberPresent: false,
    numberCheck: 'not-read',
  };
}

function signatureBytes(verification: DataVerification): number {
  if (verification.outcome === 'no-key-opens-it') return usualSignature;
  return (verification.certificate.key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}

/** Altered data is altered whatever it looks like; what a key vouches for and nobody can read is not called genuine. */
function withoutLayout(verification: DataVerification, why: 'unknown-version' | 'damaged'): SignatureOutcome {
  if (verification.outcome === 'genuine') return { outcome: 'cannot-verify', why };
  return signatureOutcome(verification, null);
}
