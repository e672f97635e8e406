import { createHash, type KeyObject } from 'node:crypto';
import { chainStart, commitmentText, linkText } from '../../shared/domain/decision.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { atSignOff, waitsForSignOff } from '../../shared/domain/sealing.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { ChainHead } from '../../shared/sync/chain.ts';
import { signText } from './signature.ts';
import type { DecisionRecord } from './tables/decision-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { refreshOverlay } from './working-set.ts';

export interface Sealer {
  /** The device's Ed25519 key. */
  deviceKey: KeyObject;
  /** 16 random bytes in hex: with it, a commitment tells nothing about content that was purged. */
  makeSalt: () => string;
}

/**
 * Gives what is due, named or signed off its place in the chain, in the order of recording. Others are left as they
 * are; by its name alone nothing is sealed that waits for the sign-off. `all` is for a desk that leaves.
 */
export function sealDecisions(
  unit: UnitOfWork,
  which:
    { due: true } | { all: true } | { ids: readonly DecisionId[] } | { signedOff: readonly DecisionId[] },
  now: Instant,
  sealer: Sealer,
): void {
  const { decisions, outbox, meta, audit } = unit.parts;
  const chosen =
    'due' in which
      ? decisions.due(now)
      : 'all' in which
        ? decisions.due(atSignOff)
        : 'signedOff' in which
          ? decisions.recorded(which.signedOff)
          : decisions.recorded(which.ids).filter((decision) => !waitsForSignOff(decision));
  if (meta.chainDoubt()) {
    // No place in the chain can be given before the server has said where it stands; then these go first.
    for (const { id } of chosen) decisions.sealFrom(id, now);
    return;
  }
  const head = newer(outbox.head(), meta.chainBase());
  let sequence = head?.sequence ?? 0;
  let previous = head?.commitment ?? chainStart;
  for (const decision of chosen) {
    sequence += 1;
    const link = makeLink(decision, { sequence, previous, sealedAt: now }, sealer);
    outbox.add(link);
    decisions.setState(decision.id, 'sealed');
    refreshOverlay(unit, decision.requestId);
    const detail = { decision: decision.id, sequence };
    audit.append({ at: now, actor: null, action: 'decision-sealed', subject: decision.requestId, detail });
    previous = link.commitment;
  }
}

/** Links that the server has and this desk lost count too. */
function newer(own: ChainHead | null, base: ChainHead | null): ChainHead | null {
  return base && base.sequence > (own?.sequence ?? 0) ? base : own;
}

function makeLink(
  decision: DecisionRecord,
  place: { sequence: number; previous: string; sealedAt: Instant },
  { deviceKey, makeSalt }: Sealer,
) {
  const { id, content, officerSignature } = decision;
  const salt = makeSalt();
  const text = commitmentText({ salt, content, officerSignature });
  const commitment = createHash('sha256').update(text, 'utf8').digest('hex');
  const deviceSignature = signText(deviceKey, linkText({ ...place, commitment }));
  return { id, ...place, salt, commitment, deviceSignature };
}
