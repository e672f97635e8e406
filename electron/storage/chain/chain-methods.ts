import type { IsoDate } from '../../../shared/domain/values.ts';
import { publicKeyOf } from '../signature.ts';
import { named } from '../sql-database.ts';
import type { Applied, VaultIdentity } from '../store.ts';
import type { StoreMethods } from '../store-methods.ts';
import type { StoreParts } from '../store-parts.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { ChainStore } from './chain-store.ts';
import { giveUpLinks, takeItem } from './rejoin.ts';

interface ChainParts {
  parts: StoreParts;
  identity: VaultIdentity;
  /** One transaction. */
  apply: (today: IsoDate | null, work: (unit: UnitOfWork) => void) => Applied;
}

/** The rules are told in `ChainStore`. */
export function chainMethods({ parts, identity, apply }: ChainParts): Pick<StoreMethods, keyof ChainStore> {
  const { meta, audit } = parts;
  const judge = {
    deviceId: identity.deviceId,
    deviceKey: publicKeyOf(identity.deviceKey),
    serverKey: identity.serverKey,
  };
  return {
    chainDoubt: () => named(() => meta.chainDoubt()),
    chainQuestion: () =>
      named(() => {
        const since = meta.chainDoubtSince();
        return since === null ? null : { since, after: meta.chainTaken() };
      }),
    doubtChain: (at) => {
      apply(null, () => {
        if (meta.chainDoubt()) return;
        meta.writeChainDoubt(meta.courier().outSequence);
        audit.append({ at, actor: null, action: 'chain-in-doubt', subject: null, detail: {} });
      });
    },
    takeChain: (items, at, today) =>
      apply(today, (unit) => {
        for (const item of items) takeItem(unit, item, judge, at);
        const last = items.at(-1)?.sequence ?? 0;
        if (meta.chainDoubt() && last > meta.chainTaken()) meta.writeChainTaken(last);
      }),
    endDoubt: (head, at) =>
      apply(null, (unit) => {
        const givenUp = head === null ? 0 : giveUpLinks(unit, head, at);
        if (head !== null) meta.writeChainBase(head);
        meta.writeChainDoubt(null);
        const detail = { sequence: head?.sequence ?? null, givenUp };
        audit.append({ at, actor: null, action: 'chain-rejoined', subject: null, detail });
      }),
  };
}
