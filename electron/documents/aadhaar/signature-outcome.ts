import type { ReferenceId } from '../../../shared/domain/documents/aadhaar/reference-id.ts';
import type { SignatureOutcome } from '../../../shared/domain/documents/document-reading.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';
import type { DataVerification } from './verify-signed-data.ts';

/** What a verification means in the contract's words. */
export function signatureOutcome(
  verification: DataVerification,
  reference: ReferenceId | null,
): SignatureOutcome {
  if (verification.outcome === 'no-key-opens-it') return { outcome: 'cannot-verify', why: 'no-key-opens-it' };
  const { certificate } = verification;
  const named = { certificateSha256: certificate.sha256, certificateName: certificate.name };
  if (verification.outcome === 'altered') return { outcome: 'altered', ...named };
  return { outcome: 'genuine', ...named, wasValid: wasValidThen(certificate, reference) };
}

/** An expired certificate is normal for an old card: it counts on the day the code was made. */
function wasValidThen(certificate: TrustedCertificate, reference: ReferenceId | null): boolean | null {
  const moment = reference?.moment ?? null;
  if (moment === null || Number.isNaN(certificate.notBefore) || Number.isNaN(certificate.notAfter))
    return null;
  return certificate.notBefore <= moment && moment <= certificate.notAfter;
}
