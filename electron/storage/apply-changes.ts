import { requestId, type BlobHash } from '../../shared/domain/ids.ts';
import { migrationRequest } from '../../shared/domain/request.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { attachmentKind } from '../../shared/sync/attachments.ts';
import { claimKind } from '../../shared/sync/claims.ts';
import { unreadableLineKind, type ChangeKind, type ChangeLine } from '../../shared/sync/protocol.ts';
import { applyAttachment } from './apply-attachment.ts';
import { applyClaim } from './apply-claim.ts';
import { applyTransfer } from './apply-transfer.ts';
import { forgetReading } from './documents/keep-reading.ts';
import { loseOwnScan } from './documents/local-scans.ts';
import { isKnownKind, type KnownKind } from './known-kind.ts';
import { keepInArchive, takeFromArchive } from './archive/keep-in-archive.ts';
import { maskBody } from './mask-body.ts';
import { masterSchemas, type MasterKind } from './tables/master-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { placeRequest, redate, refreshOverlay, withdrawRow } from './working-set.ts';

/**
 * Applies the lines of one page. Whatever a line holds, it never stops the ones after it. No Aadhaar number in a text
 * of it is kept, not even in what is set aside.
 */
export function applyChanges(
  unit: UnitOfWork,
  lines: readonly ChangeLine[],
  cursor: string,
  at: Instant,
): void {
  let holidaysChanged = false;
  let setAside = 0;
  let maskedTexts = 0;
  for (const received of lines) {
    const { body, masked } = maskBody(received.body, received.kind);
    const line = masked === 0 ? received : { ...received, body };
    const outcome = applyLine(unit, line, at);
    if (outcome !== 'old') maskedTexts += masked;
    if (outcome === 'set-aside') setAside += 1;
    if (outcome === 'applied' && line.kind === 'holiday-list') {
      holidaysChanged = true;
      unit.forgetHolidays();
    }
  }
  if (holidaysChanged) redate(unit);
  unit.parts.meta.writeCursor(cursor);
  if (lines.length === 0) return;
  const detail = { items: lines.length, setAside, masked: maskedTexts };
  unit.parts.audit.append({ at, actor: null, action: 'changes-received', subject: null, detail });
}

export type LineOutcome = 'applied' | 'old' | 'set-aside';

export function applyLine(unit: UnitOfWork, line: ChangeLine, at: Instant): LineOutcome {
  if (!isKnownKind(line.kind)) {
    unit.setAside(line, line.kind === unreadableLineKind ? 'unreadable' : 'unknown-kind', at);
    return 'set-aside';
  }
  const outcome = applyKnown(unit, line.kind, line, at);
  if (outcome === 'set-aside') unit.setAside(line, 'invalid', at);
  if (outcome === 'applied') unit.clearSetAside(line);
  return outcome;
}

function applyKnown(unit: UnitOfWork, kind: KnownKind, line: ChangeLine, at: Instant): LineOutcome {
  if (kind === claimKind) return applyClaim(unit, line);
  if (kind === attachmentKind) return applyAttachment(unit, line);
  return applyKind(unit, kind, line, at);
}

function applyKind(unit: UnitOfWork, kind: ChangeKind, line: ChangeLine, at: Instant): LineOutcome {
  if (kind === 'request') return applyRequest(unit, line, at);
  if (kind === 'transfer') return applyTransfer(unit, line);
  return applyMaster(unit, kind, line, at);
}

/** One request of the feed, or the present state that came with a conflict. Older versions change nothing. */
export function applyRequest(unit: UnitOfWork, line: Omit<ChangeLine, 'cursor'>, at: Instant): LineOutcome {
  const { requests, master, scans, attachments } = unit.parts;
  const known = unit.parts.known.of(line.id);
  const isNew = known.feedVersion === null;
  const before = known.feedVersion ?? master.tombstone('request', line.id);
  if (before !== null && line.version <= before) return 'old';
  if (line.removed === true) return removeRequest(unit, line, isNew);
  const parsed = migrationRequest.safeParse(line.body);
  if (!parsed.success || parsed.data.id !== line.id) return 'set-aside';
  const request = parsed.data;
  // What an officer saw when he decided is shown beside the newer version, should his decision come too late.
  if (!isNew && unit.hasOwnWork()) unit.keepSeen(request.id);
  requests.upsert(request, line.version, JSON.stringify(line.body));
  placeRequest(unit, request, known);
  keepInArchive(unit, request, known);
  const attached = known.hasAttachments ? attachments.ofRequest(request.id) : [];
  const isFirst = isNew && !known.hasAttachments;
  for (const hash of scans.setUses(request, isFirst, attached)) exposeScan(unit, hash, at);
  return 'applied';
}

/** A scan taken for a masked one is not: it leaves the disk, and every request that names it shows so. */
export function exposeScan(unit: UnitOfWork, hash: BlobHash, at: Instant): void {
  unit.unmasked.add(hash);
  loseOwnScan(unit, hash, at);
  forgetReading(unit, hash);
  for (const id of unit.parts.scans.uses(hash)) refreshOverlay(unit, id);
}

function removeRequest(unit: UnitOfWork, line: Omit<ChangeLine, 'cursor'>, isNew: boolean): LineOutcome {
  const { requests, master } = unit.parts;
  if (isNew) {
    master.bury('request', line.id, line.version);
    return 'applied';
  }
  requests.setFeedVersion(line.id, line.version);
  const id = requestId.parse(line.id);
  withdrawRow(unit, id);
  takeFromArchive(unit, id);
  return 'applied';
}

function applyMaster(unit: UnitOfWork, kind: MasterKind, line: ChangeLine, at: Instant): LineOutcome {
  const { master } = unit.parts;
  const known = master.version(kind, line.id);
  if (known !== null && line.version <= known) return 'old';
  if (line.removed === true) master.remove(kind, line.id, line.version);
  else if (masterSchemas[kind].safeParse(line.body).success) {
    master.upsert(kind, line.id, line.version, JSON.stringify(line.body), at);
  } else return 'set-aside';
  unit.masterChanged = true;
  return 'applied';
}
