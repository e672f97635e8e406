import type { IsoDate } from '../../shared/domain/values.ts';

/** Scans of open requests that are not here, and how large they are. */
export interface MissingScans {
  scans: number;
  bytes: number;
}

/** The part of the store that tells how much is still to come. */
export interface MissingScanStore {
  /** @param neededBy without those of requests due by then, or with a review that was begun; null: all. */
  missingScans(neededBy: IsoDate | null): Promise<MissingScans>;
}
