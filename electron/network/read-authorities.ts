import { X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { NetworkFault } from '../../shared/network/network-fault.ts';

/** A certificate takes about two kilobytes; a file of a megabyte is something else. */
export const authorityFileBytes = 256 * 1024;

/** In one file, and trusted altogether. */
export const mostAuthorities = 20;

const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The authorities in a file, PEM or DER. All of them hold, or the file is refused by the first that does not. */
export function readAuthorities(bytes: Uint8Array, now: number): Result<X509Certificate[], NetworkFault> {
  if (bytes.byteLength === 0) return fail('file-empty');
  if (bytes.byteLength > authorityFileBytes) return fail('file-too-large');
  const text = Buffer.from(bytes).toString('latin1');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return fail('file-private-key');
  const sources = text.includes('-----BEGIN') ? (text.match(block) ?? []) : [Buffer.from(bytes)];
  if (sources.length === 0) return fail('file-not-a-certificate');
  if (sources.length > mostAuthorities) return fail('too-many-certificates');
  const found = new Map<string, X509Certificate>();
  for (const source of sources) {
    const certificate = parsed(source);
    if (certificate === null) return fail('file-not-a-certificate');
    const fault = faultOf(certificate, now);
    if (fault !== null) return fail(fault);
    found.set(certificate.fingerprint256, certificate);
  }
  return ok([...found.values()]);
}

function parsed(source: string | Buffer): X509Certificate | null {
  try {
    return new X509Certificate(source);
  } catch {
    return null;
  }
}

function faultOf(certificate: X509Certificate, now: number): NetworkFault | null {
  if (!certificate.ca) return 'certificate-not-an-authority';
  if (certificate.validToDate.getTime() < now) return 'certificate-expired';
  return certificate.validFromDate.getTime() > now ? 'certificate-not-yet-valid' : null;
}
