import { claim } from '../../shared/sync/claims.ts';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import type { LineOutcome } from './apply-changes.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Who works on a request, or that nobody does any more. */
export function applyClaim(unit: UnitOfWork, line: ChangeLine): LineOutcome {
  const { claims } = unit.parts;
  const known = claims.version(line.id);
  if (known !== null && line.version <= known) return 'old';
  if (line.removed === true) claims.put(line.id, line.version, null);
  else {
    const parsed = claim.safeParse(line.body);
    if (!parsed.success || parsed.data.requestId !== line.id) return 'set-aside';
    claims.put(line.id, line.version, parsed.data);
  }
  unit.claimsChanged = true;
  return 'applied';
}
