import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { dataFields } from '../../../shared/domain/documents/aadhaar/data-fields.ts';
import { looksLikeXmlQr, parseXmlQr } from '../../../shared/domain/documents/aadhaar/xml-qr.ts';
import type { DocumentAssets } from '../document-assets.ts';
import { unread, type CodeResult } from './code-result.ts';
import { readSecureQr } from './read-secure-qr.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';

/** No QR code holds more, in characters or bytes. */
const mostContent = 8 * 1024;

/**
 * What the content of a QR code says: an Aadhaar Secure QR, the old XML one, or something else. Never throws for what
 * stands in it. A form that UIDAI adds later, as its Verifiable Credential, gets its reader beside these two.
 *
 * @param trust every certificate that may vouch: the pinned ones and those of trust updates.
 */
export async function readAadhaarCode(
  content: string | Uint8Array,
  trust: readonly TrustedCertificate[],
  assets: DocumentAssets,
): Promise<CodeResult> {
  if (content.length > mostContent) return unread('other', 'too-large');
  const text = (typeof content === 'string' ? content : Buffer.from(content).toString('utf8')).trim();
  if (/^\d{600,}$/.test(text)) return readSecureQr(text, trust, assets);
  if (looksLikeXmlQr(text)) return readXmlQr(text);
  return { ...unread('other', 'not-a-secure-qr'), fullNumberPresent: containsAadhaarNumber(text) };
}

/** Unsigned: it is never called genuine. What cannot be read may hold a number all the same. */
function readXmlQr(text: string): CodeResult {
  const parsed = parseXmlQr(text);
  if (parsed === null) return { ...unread('xml-qr', 'damaged'), fullNumberPresent: true };
  return {
    ...unread('xml-qr', 'unsigned'),
    fields: dataFields(parsed.person, 'xml-qr'),
    // Its layout has room for the number: it is burned out even where the number could not be made out.
    fullNumberPresent: true,
    numberCheck: parsed.numberCheck,
  };
}
