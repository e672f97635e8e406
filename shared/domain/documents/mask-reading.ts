import { maskAadhaarNumbers } from '../aadhaar-number.ts';
import type { DocumentReading } from './document-reading.ts';

/**
 * The reading without any full Aadhaar number in its texts. Hashes and pictures are left alone: their digits are no
 * texts, and a changed one would no longer be itself.
 */
export function maskReading(reading: DocumentReading): DocumentReading {
  const { code } = reading;
  const fields = reading.fields.map((read) => ({ ...read, value: maskAadhaarNumbers(read.value) }));
  return { ...reading, fields, code: code && { ...code, signature: maskSignature(code.signature) } };
}

type Signature = NonNullable<DocumentReading['code']>['signature'];

function maskSignature(signature: Signature): Signature {
  if (signature.outcome === 'cannot-verify') return signature;
  return { ...signature, certificateName: maskAadhaarNumbers(signature.certificateName) };
}
