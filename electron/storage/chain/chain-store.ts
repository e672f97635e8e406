import type { Instant, IsoDate } from '../../../shared/domain/values.ts';
import type { ChainHead, ChainItem } from '../../../shared/sync/chain.ts';
import type { Applied } from '../store.ts';

/**
 * The device's chain while it is in doubt: rows of it were lost here, or the server refused a link. Until the server
 * has said what it holds, nothing is sealed and nothing is sent: a place that was given before is never given twice.
 */
export interface ChainStore {
  chainDoubt(): Promise<boolean>;
  /** Noted in the audit, once. */
  doubtChain(at: Instant): Promise<void>;
  /**
   * What the server holds of this device, in the chain's order: links and answers that were lost here come back, also
   * of decisions that are gone here. What this device did not sign changes nothing.
   */
  takeChain(items: readonly ChainItem[], at: Instant, today: IsoDate): Promise<Applied>;
  /**
   * After the last of them: links that the server never took and that do not follow its head are given up, their
   * decisions sealed anew behind it.
   * @param head null: a server that tells no chain, with which all stays as it is here.
   */
  endDoubt(head: ChainHead | null, at: Instant): Promise<Applied>;
}
