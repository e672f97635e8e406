import { z } from 'zod';

/** What an offline root signs: certificates that vouch for codes and files from now on. */
export const trustContent = z.object({
  kind: z.literal('aadhaar-certificates'),
  /** Counts up with every update: one with a lower number never takes the place of a later one. */
  sequence: z.int().min(1).max(1_000_000_000),
  issuedAt: z.iso.datetime(),
  /** DER in base64. */
  certificates: z.array(z.base64().min(1).max(16_000)).min(1).max(50),
});
export type TrustContent = z.infer<typeof trustContent>;

/** The file: the content, and an Ed25519 signature over `trustText` of it in base64. */
export const trustFile = trustContent.extend({ signature: z.base64().length(88) });

/**
 * The text that is signed, as UTF-8: a line that says what it is, then the content as JSON in this order of names and
 * without spaces, so that a signature holds for one content only and for nothing else that a root may sign.
 */
export function trustText({ kind, sequence, issuedAt, certificates }: TrustContent): string {
  return `DESK-TRUST-1\n${JSON.stringify({ kind, sequence, issuedAt, certificates })}`;
}
