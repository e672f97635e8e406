import type { Instant, IsoDate } from '../../../shared/domain/values.ts';
import type { ChainHead, ChainItem } from '../../../shared/sync/chain.ts';
import type { Applied } from '../store.ts';

export interface ChainQuestion {
  /** The last courier file that was made before the doubt: its answer, and any older one, was not asked for this. */
  since: number;
  /** The place up to which the server's word was taken in already. */
  after: number;
}

/**
 * The device's chain while it is in doubt: rows of it were lost here, or the server refused a link. Until the server
 * has said what it holds, nothing is sealed, and the network sends nothing: a place that was given before is never
 * given twice. A courier file takes the question along, and the links that stand here.
 */
export interface ChainStore {
  chainDoubt(): Promise<boolean>;
  /** What a courier file is to ask; null without a doubt. */
  chainQuestion(): Promise<ChainQuestion | null>;
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
