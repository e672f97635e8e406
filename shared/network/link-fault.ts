import { z } from 'zod';

/**
 * What stands between this PC and the central server on an office's network, by name. The link is not simply away:
 * somebody can mend each of these.
 */
export const linkFault = z.enum([
  /** Nothing answers at the proxy's address; also when the whole network is away. */
  'proxy-unreachable',
  /** 407: it wants a user and a password, or others than those given. */
  'proxy-auth',
  /** It answers, and does not let us through to the server. */
  'proxy-refused',
  /** Issued by an authority that this PC does not trust: an inspecting proxy, or somebody in between. */
  'certificate-untrusted',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-host',
]);
export type LinkFault = z.infer<typeof linkFault>;

export function isLinkFault(kind: string): kind is LinkFault {
  return linkFault.options.some((fault) => fault === kind);
}
