import type { BlobHash } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/sync/protocol.ts';

/** A scan on its way: room for all of it, filled up to `at`. */
export interface PartialScan {
  bytes: Uint8Array;
  at: number;
}

/**
 * What came of scans whose link broke, so that the next attempt goes on there and does not begin at zero. In memory
 * only and never more than the largest scan in all; the oldest goes first. The hash judges the whole in the end.
 */
export class PartialScans {
  readonly #held = new Map<BlobHash, PartialScan>();

  /** Gives what is held and holds it no more, else an empty beginning. */
  take(hash: BlobHash, size: number): PartialScan {
    const held = this.#held.get(hash);
    this.#held.delete(hash);
    return held?.bytes.byteLength === size ? held : { bytes: Buffer.alloc(size), at: 0 };
  }

  keep(hash: BlobHash, partial: PartialScan): void {
    if (partial.at === 0) return;
    this.#held.delete(hash);
    this.#held.set(hash, partial);
    let total = [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    for (const [oldest, { bytes }] of this.#held) {
      if (total <= limits.blobBytes) return;
      this.#held.delete(oldest);
      total -= bytes.byteLength;
    }
  }
}
