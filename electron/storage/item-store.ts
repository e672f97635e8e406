import type {
  ItemState,
  ItemTotals,
  ListedAct,
  ListedDecision,
  ListedScan,
  OutboxItem,
} from '../../shared/ipc/views/outbox.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import type { IsoDate } from '../../shared/domain/values.ts';

export interface ItemQuery {
  /** Null: however they stand. */
  state: ItemState | null;
  limit: number;
  /** Ids and hashes of what is on the wire now: only the engine knows. */
  underWay: readonly string[];
}

/** The part of the store that tells of the sync item by item, and of its bytes. */
export interface ItemStore {
  itemTotals(underWay: readonly string[]): Promise<ItemTotals>;
  /** Null where it is none, or was undone. */
  outboxItem(id: DecisionId): Promise<OutboxItem | null>;
  /** Those that are not undone, newest first. */
  decisionItems(query: ItemQuery): Promise<ListedDecision[]>;
  /** Newest first. */
  actItems(query: ItemQuery): Promise<ListedAct[]>;
  /** Scans of open requests that are not here, the first due in front. */
  scanItems(query: ItemQuery): Promise<ListedScan[]>;
  /** Bytes on the wire by the hours of a day in India, as far as they were kept. */
  traffic(day: IsoDate): Promise<HourTraffic[]>;
  /** Adds to that hour. No audit row; what is older than some weeks is forgotten. */
  addTraffic(traffic: HourTraffic): Promise<void>;
}

export interface HourTraffic {
  /** In India: `2026-11-27T09`. */
  hour: string;
  received: number;
  sent: number;
}
