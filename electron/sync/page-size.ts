import { limits } from '../../shared/sync/protocol.ts';

/** How many items the next page of changes asks for. */
export interface PageSize {
  items(): number;
  /** A whole page came. */
  came(items: number, milliseconds: number): void;
  /** A page broke off, or its answer did not come. */
  broke(): void;
}

/** A page holds up decisions for so long at the most, and a cut loses no more. */
const goodMilliseconds = 8_000;
const fewest = 20;
const firstOnThinLink = 100;

/** Small pages on a thin or breaking link, the largest that the protocol knows on a good one. */
export function pageSize(isThin: () => boolean): PageSize {
  let size: number | null = null;
  const now = () => size ?? (isThin() ? firstOnThinLink : limits.pageItems);
  const set = (items: number) => {
    size = Math.round(Math.min(limits.pageItems, Math.max(fewest, items)));
  };
  return {
    items: now,
    came(items, milliseconds) {
      // The last page of a run is short: it tells nothing about a full one.
      if (milliseconds > goodMilliseconds) set((items * goodMilliseconds) / milliseconds);
      else if (items >= now() && milliseconds < goodMilliseconds / 2) set(now() * 2);
    },
    broke: () => set(now() / 2),
  };
}
