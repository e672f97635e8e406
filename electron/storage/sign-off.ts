import type { DecisionId, OfficerId } from '../../shared/domain/ids.ts';
import { orderNumberOf } from '../../shared/domain/order-number.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { SignOffOutcome } from '../../shared/ipc/views/sign-off.ts';
import { sealDecisions, type Sealer } from './seal.ts';
import type { VaultIdentity } from './store.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export interface SignOff {
  ids: readonly DecisionId[];
  /** Whose password was given. */
  actor: OfficerId;
  /** Which day is signed off. */
  day: IsoDate;
}

/** The rules are told in `Store.signOff`. */
export function signOff(
  unit: UnitOfWork,
  { ids, actor, day }: SignOff,
  now: Instant,
  { sealer, identity }: { sealer: Sealer; identity: Pick<VaultIdentity, 'district' | 'series'> },
): SignOffOutcome {
  const { decisions, outbox, audit } = unit.parts;
  const chosen = decisions.recorded(ids).map(({ id }) => id);
  const isChosen = new Set(chosen);
  const others = [...new Set(ids)].filter((id) => !isChosen.has(id));
  const isUndone = (id: DecisionId) => (decisions.get(id)?.state ?? 'undone') === 'undone';
  sealDecisions(unit, { signedOff: chosen }, now, sealer);
  const sealed = chosen.flatMap((id) => {
    const link = outbox.sealed(id);
    if (link === null) return [];
    return [
      {
        decisionId: id,
        orderNo: orderNumberOf(identity.district.id, identity.series, link.sequence, link.sealedAt),
      },
    ];
  });
  const isSealed = new Set(sealed.map(({ decisionId: id }) => id));
  const waiting = chosen.filter((id) => !isSealed.has(id));
  if (chosen.length > 0) {
    const detail = { count: chosen.length, waiting: waiting.length, decisions: chosen.join(',') };
    audit.append({ at: now, actor, action: 'day-signed-off', subject: day, detail });
  }
  return {
    sealed,
    waiting,
    sealedBefore: others.filter((id) => !isUndone(id)),
    undone: others.filter(isUndone),
  };
}
