import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstOf } from '../../electron/storage/outgoing-batch.ts';
import type { Store } from '../../electron/storage/store.ts';
import { decide, did, later, pull, requestLine, rid } from './store-fixture.ts';

/** The part of the acceptance suite about a batch of decisions as it leaves. */
export function storeOutgoing(current: () => Store): void {
  describe('a batch that leaves', () => {
    const plenty = { items: 10, bytes: 1_000_000 };
    const decided = [1, 2, 3].map((n) => decide(n, n));
    let store: Store;
    /** How long each text is. */
    let lengths: number[];
    beforeEach(async () => {
      store = current();
      await pull(store, ...[1, 2, 3].map((n) => requestLine(n)));
      for (const decision of decided) await store.recordDecision(decision);
      await store.sealDecisions({ ids: decided.map(({ id }) => id) }, later);
      const sealed = await store.unsent(later, 10);
      lengths = sealed.map((each) => Buffer.byteLength(JSON.stringify(each)));
    });

    const batch = (limits: Partial<typeof plenty> = {}, after = 0) =>
      store.outgoing(later, { ...plenty, ...limits }, after);
    const idsIn = async (limits: Partial<typeof plenty>, after = 0) =>
      (await batch(limits, after)).decisions.map(({ id }) => id);

    it('says in bytes what is unsent, and names what its receipts must', async () => {
      const { decisions, body } = await batch();
      expect(JSON.parse(Buffer.from(body.bytes).toString('utf8'))).toEqual({
        decisions: await store.unsent(later, 10),
      });
      const hashes = decided.map(({ content }) => createHash('sha256').update(content, 'utf8').digest('hex'));
      expect(decisions).toEqual(
        [1, 2, 3].map((n, nth) => ({ id: did(n), sequence: n, requestId: rid(n), contentHash: hashes[nth] })),
      );
      // Whoever is given the bytes has them: the next batch is made of its own.
      expect((await batch()).body).toEqual(body);
    });

    it('holds as many as are asked for, behind the link that is named', async () => {
      expect(await idsIn({ items: 2 })).toEqual([did(1), did(2)]);
      expect(await idsIn({ items: 1 }, 1)).toEqual([did(2)]);
      expect(await idsIn({}, 3)).toEqual([]);
    });

    it('ends before the one that does not fit, but not before the first', async () => {
      const two = (lengths[0] ?? 0) + (lengths[1] ?? 0);
      expect(await idsIn({ bytes: two })).toEqual([did(1), did(2)]);
      expect(await idsIn({ bytes: two - 1 })).toEqual([did(1)]);
      expect(await idsIn({ bytes: 1 })).toEqual([did(1)]);
      // What was not read to its end does not keep the vault from writing.
      await store.markSent([did(1)], later);
      expect((await store.decision(did(1)))?.state).toBe('sent');
    });

    it('can be cut short afterwards', async () => {
      expect(firstOf(await batch(), 2)).toEqual(await batch({ items: 2 }));
      expect(firstOf(await batch(), 0)).toEqual(await batch({}, 3));
    });
  });
}
