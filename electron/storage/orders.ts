import type { DecisionId } from '../../shared/domain/ids.ts';
import { orderNumberOf } from '../../shared/domain/order-number.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { ListedDecision, OutboxItem } from '../../shared/ipc/views/outbox.ts';
import type { ItemQuery } from './item-store.ts';
import type { StoreParts } from './store-parts.ts';
import type { RegisterEntry, StoredDecision, StoredOrder, VaultIdentity } from './store.ts';
import type { OutboxEntry } from './tables/outbox-table.ts';
import { voidWhyOf } from './tables/register-table.ts';

/** The numbers of this device's orders: none is stored, each follows from its decision's place in the chain. */
export function ordersOf(parts: StoreParts, { district, series }: VaultIdentity) {
  function numberOf(sequence: number, sealedAt: Instant): string {
    return orderNumberOf(district.id, series, sequence, sealedAt);
  }

  /** Without the place in the chain, which the number tells. */
  function numbered<Entry extends OutboxEntry>({ sequence, ...item }: Entry) {
    const { sealedAt } = item;
    const orderNo = sequence === null || sealedAt === null ? null : numberOf(sequence, sealedAt);
    return { ...item, orderNo };
  }

  return {
    outbox: (): OutboxItem[] => parts.outbox.list().map(numbered),
    item(id: DecisionId): OutboxItem | null {
      const entry = parts.outbox.one(id);
      return entry && numbered(entry);
    },
    page: (query: ItemQuery): ListedDecision[] => parts.outbox.page(query).map(numbered),
    register: (day: IsoDate): RegisterEntry[] =>
      parts.register
        .onDay(day)
        .map((entry) => ({ ...entry, orderNo: numberOf(entry.sequence, entry.sealedAt) })),
    order(id: DecisionId, decision: StoredDecision | null): StoredOrder | null {
      const sealed = decision?.sealed;
      const answer = parts.register.answer(id);
      if (!decision || !sealed || !answer) return null;
      return {
        decision: { ...decision, sealed },
        orderNo: numberOf(sealed.sequence, sealed.sealedAt),
        receipt: parts.register.receipt(id),
        voidWhy: voidWhyOf(answer),
        answeredAt: answer.answeredAt,
      };
    },
  };
}
