/** What the transfers so far say about the link. Nothing is known before the first answer. */
export interface LinkSpeed {
  /** Milliseconds from a small request to its answer. */
  answered(milliseconds: number): void;
  /** Bytes on the wire, and the milliseconds they took; small ones say nothing and are left out. */
  moved(bytes: number, milliseconds: number): void;
  /** Whether it pays to compress: on a fast link that takes longer than sending. */
  isThin(): boolean;
  /** Null before anything large moved. */
  bytesPerSecond(): number | null;
}

/** A server next door answers sooner. */
const nearAnswer = 40;
/** Compressing makes about so many bytes a second on an office PC. */
const fastBytesPerSecond = 2_000_000;
const leastBytes = 8 * 1024;
/** How much a new measurement counts beside the ones before. */
const share = 0.4;

export function linkSpeed(): LinkSpeed {
  let answer: number | null = null;
  let speed: number | null = null;
  return {
    answered(milliseconds) {
      answer = milliseconds;
    },
    moved(bytes, milliseconds) {
      if (bytes < leastBytes) return;
      const measured = (bytes * 1000) / Math.max(1, milliseconds);
      speed = speed === null ? measured : speed * (1 - share) + measured * share;
    },
    isThin: () => (speed === null ? answer !== null && answer > nearAnswer : speed < fastBytesPerSecond),
    bytesPerSecond: () => speed,
  };
}
