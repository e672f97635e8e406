import type { KeptTime } from '../../shared/domain/trusted-clock.ts';

/** The trusted time over restarts of the app. */
export interface TimeStore {
  /** Null before it was kept the first time. */
  keptTime(): Promise<KeptTime | null>;
  /** No audit row: it is no act of anybody's. */
  keepTime(kept: KeptTime): Promise<void>;
}
