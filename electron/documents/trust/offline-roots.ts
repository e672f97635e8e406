/** A key that may add certificates to a desk's trust. Its private half never lies on a server or a desk. */
export interface OfflineRoot {
  name: string;
  /** Ed25519: SPKI DER in base64. */
  publicKey: string;
}

/**
 * The roots of this build. Empty until the owner of the product adds one: `npm run trust -- new-root` on a computer
 * without a network prints the line that belongs here, and keeps the private key in a file. A build without a root
 * takes no trust update, and says so; the pinned certificates hold all the same. The central server's own key never
 * belongs here: who takes over a server must not be able to make forged cards genuine.
 */
export const offlineRoots: readonly OfflineRoot[] = [];
