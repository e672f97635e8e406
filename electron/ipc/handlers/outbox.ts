import { createHash } from 'node:crypto';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import type { ItemQuery } from '../../storage/item-store.ts';
import { proofOf, receiptedOf } from '../../storage/proven-receipt.ts';
import { done, whileSignedIn, type Services } from '../services.ts';

type Outbox = Extract<keyof Handlers, `outbox.${string}`>;

export function outboxHandlers(services: Services): Pick<Handlers, Outbox> {
  return {
    'outbox.totals': () =>
      whileSignedIn(services, async ({ vault, engine }) =>
        ok(await vault.store.itemTotals(engine.underWay())),
      ),
    'outbox.decisions': (page) =>
      whileSignedIn(services, async (desk) => ok(await desk.vault.store.decisionItems(queryOf(page, desk)))),
    'outbox.acts': (page) =>
      whileSignedIn(services, async (desk) => ok(await desk.vault.store.actItems(queryOf(page, desk)))),
    'outbox.scans': (page) =>
      whileSignedIn(services, async (desk) => ok(await desk.vault.store.scanItems(queryOf(page, desk)))),
    'outbox.uploads': (page) =>
      whileSignedIn(services, async (desk) => ok(await desk.vault.store.uploadItems(queryOf(page, desk)))),
    'outbox.receipt': ({ decisionId }) =>
      whileSignedIn(services, async ({ vault: { store, identity } }) => {
        const order = await store.order(decisionId);
        if (!order?.receipt) return fail({ kind: 'not-found' });
        const receipted = receiptedOf(order.decision.sealed);
        const proof = receipted && (await proofOf(order.receipt, receipted, identity.serverKey));
        return ok({
          isProven: proof !== null,
          keySha256: createHash('sha256').update(Buffer.from(identity.serverKey, 'base64')).digest('hex'),
          checkedAt: instantOf(services.clock.now()),
        });
      }),
    'outbox.retry': (item) =>
      whileSignedIn(services, async ({ vault, engine }) => {
        if (item.kind === 'act') await vault.store.actWanted(item.id);
        if (item.kind === 'upload') await vault.store.uploadWanted(item.id);
        if (item.kind !== 'scan') {
          void engine.syncNow();
          return done;
        }
        services.applied(await vault.store.scanWanted(item.id));
        void engine.fetchScan(item.id);
        return done;
      }),
    'outbox.retryAll': () =>
      whileSignedIn(services, async ({ vault, engine }) => {
        services.applied(await vault.store.unparkAll());
        void engine.syncNow();
        return done;
      }),
  };
}

function queryOf(page: Pick<ItemQuery, 'state' | 'limit'>, { engine }: SignedIn): ItemQuery {
  return { ...page, underWay: engine.underWay() };
}
