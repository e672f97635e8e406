import { pinnedCertificates } from '../documents/aadhaar/pinned-certificates.ts';
import type { TrustedCertificate } from '../documents/aadhaar/trusted-certificate.ts';
import type { OfflineRoot } from '../documents/trust/offline-roots.ts';
import {
  readTrustUpdate,
  type TrustUpdate,
  type TrustUpdateFault,
} from '../documents/trust/read-trust-update.ts';
import type { Result } from '../../shared/result.ts';
import type { StoredTrustUpdate } from '../storage/store.ts';

export interface KeptCertificate extends TrustedCertificate {
  /** The update that brought it; null for those of the app. */
  update: number | null;
}

/**
 * Whose signature on a code is believed: the pinned certificates, and those of updates that an offline root signed. An
 * update is proved again each time the vault is opened: what lies in the vault is not believed for lying there.
 */
export class TrustKeeper {
  readonly #roots: readonly OfflineRoot[];
  readonly #own: readonly KeptCertificate[];
  #updates: TrustUpdate[] = [];

  /** @param samples certificates of sample papers: in demo and test folders only. */
  constructor(roots: readonly OfflineRoot[], samples: readonly TrustedCertificate[] = []) {
    this.#roots = roots;
    this.#own = [...pinnedCertificates(), ...samples].map((one) => ({ ...one, update: null }));
  }

  get canUpdate(): boolean {
    return this.#roots.length > 0;
  }

  /** @param kept in the order of their numbers. */
  load(kept: readonly StoredTrustUpdate[]): void {
    this.#updates = [];
    for (const { bytes } of kept) {
      const read = this.prove(bytes);
      if (read.ok) this.#updates.push(read.value);
    }
  }

  /** Whether a file is an update that may be taken in now. It changes nothing. */
  prove(bytes: Uint8Array): Result<TrustUpdate, TrustUpdateFault> {
    return readTrustUpdate(bytes, this.#roots, this.#updates.at(-1)?.sequence ?? null);
  }

  /** After it was kept. */
  add(update: TrustUpdate): void {
    this.#updates.push(update);
  }

  certificates(): KeptCertificate[] {
    const updated = this.#updates.flatMap(({ sequence, certificates }) =>
      certificates.map((one): KeptCertificate => ({ ...one, update: sequence })),
    );
    return [...this.#own, ...updated];
  }

  /** What the process for documents does not bring itself. */
  added(): string[] {
    const pinned = new Set(pinnedCertificates().map(({ sha256 }) => sha256));
    return this.certificates()
      .filter(({ sha256 }) => !pinned.has(sha256))
      .map(({ pem }) => pem);
  }
}
