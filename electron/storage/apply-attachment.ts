import type { RequestId } from '../../shared/domain/ids.ts';
import { attachment } from '../../shared/sync/attachments.ts';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import type { LineOutcome } from './apply-changes.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { refreshOverlay } from './working-set.ts';

/** A scan that another desk took in, or took back. What was taken in here is known already. */
export function applyAttachment(unit: UnitOfWork, line: ChangeLine): LineOutcome {
  const { attachments, localScans } = unit.parts;
  const known = attachments.version(line.id);
  if (known !== null && line.version <= known) return 'old';
  if (line.removed === true) {
    const former = attachments.get(line.id);
    attachments.put(line.id, line.version, null);
    if (former) takeOver(unit, former.requestId);
    return 'applied';
  }
  const parsed = attachment.safeParse(line.body);
  if (!parsed.success || parsed.data.id !== line.id) return 'set-aside';
  if (localScans.has(parsed.data.id)) return 'old';
  attachments.put(line.id, line.version, parsed.data);
  takeOver(unit, parsed.data.requestId);
  return 'applied';
}

/** A request that is not here yet takes what is attached to it when it comes. */
function takeOver(unit: UnitOfWork, id: RequestId): void {
  const { requests, scans, attachments } = unit.parts;
  const request = requests.get(id);
  if (!request) return;
  scans.setUses(request, false, attachments.ofRequest(id));
  refreshOverlay(unit, id);
}
