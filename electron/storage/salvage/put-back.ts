import { indiaDate } from '../../../shared/domain/india-date.ts';
import { officerId } from '../../../shared/domain/ids.ts';
import type { ConflictReason } from '../../../shared/domain/conflict.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SalvageReport } from '../../../shared/ipc/views/salvage.ts';
import { applyRequest } from '../apply-changes.ts';
import { named, type SqlDatabase } from '../sql-database.ts';
import { storeParts, type StoreParts } from '../store-parts.ts';
import type { VaultIdentity } from '../store.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { refreshOverlay } from '../working-set.ts';
import type { Salvaged, SalvagedDecision } from './salvaged.ts';

export interface SalvageNote {
  at: Instant;
  /** Whose password was given. */
  actor: string;
  /** The folder in which the damaged files will lie. */
  setAside: string;
}

type Found = Omit<Salvaged, 'identity'> & { identity: VaultIdentity };

/**
 * Writes what was salvaged into a new vault of the same device, in one transaction. Its chain is in doubt until the
 * server has said where it stands; its feed is read from the beginning.
 */
export function putBack(db: SqlDatabase, found: Found, note: SalvageNote): SalvageReport {
  const parts = storeParts(db);
  const report = reportOf(found, note);
  const write = db.transaction(() => {
    const unit = new UnitOfWork(parts, indiaDate(Date.parse(note.at)));
    putAudit(db, parts, found);
    putValues(db, parts, found, unit.today);
    for (const addition of found.additions) parts.additions.insert(addition);
    for (const decision of found.decisions) putDecision(db, parts, decision);
    for (const { requestId, draft, savedAt } of found.drafts) parts.drafts.save(requestId, draft, savedAt);
    for (const { act, signed, state } of found.acts) {
      parts.acts.insert(act, signed);
      if (state !== 'unsent') parts.acts.setAnswer(act.id, state, null, note.at);
    }
    for (const { id, feedVersion, body } of found.requests) {
      applyRequest(
        unit,
        { kind: 'request', id, version: feedVersion, body: JSON.parse(body) as unknown },
        note.at,
      );
    }
    let attached = 0;
    for (const scan of found.scans) {
      // A scan belongs to a request; where that is gone, the scan's file waits among the files until it is taken in again.
      if (parts.rows.get(scan.requestId) === null) continue;
      parts.localScans.insert(scan);
      // Whether it went up before is not known; the server takes it twice as once.
      parts.uploads.insert(scan.id);
      refreshOverlay(unit, scan.requestId);
      attached += 1;
    }
    if (attached < found.scans.length) report.incomplete.push('scans');
    report.kept.scans = attached;
    const detail = { ...report.kept, rejected: report.rejected, incomplete: report.incomplete.join(',') };
    const { at, actor, setAside } = note;
    parts.audit.append({
      at,
      actor: officerId.parse(actor),
      action: 'vault-salvaged',
      subject: setAside,
      detail,
    });
    unit.finish();
  });
  named(() => write.immediate());
  report.incomplete = [...new Set(report.incomplete)];
  return report;
}

function reportOf({ incomplete, rejected, ...found }: Found, { setAside }: SalvageNote): SalvageReport {
  return {
    kept: {
      decisions: found.decisions.length,
      drafts: found.drafts.length,
      acts: found.acts.length,
      scans: 0,
      additions: found.additions.length,
      settings: found.settings.length,
      audit: found.audit.length,
    },
    unanswered: found.decisions.filter(({ state }) => state === 'recorded').length,
    rejected,
    incomplete: [...incomplete],
    setAside,
  };
}

function putAudit(db: SqlDatabase, { audit }: StoreParts, { identity, audit: rows }: Found): void {
  const insert = db.prepare(
    'INSERT INTO audit (sequence, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { sequence, at, actor, action, subject, detail, hash } of rows) {
    insert.run(sequence, at, actor, action, subject, JSON.stringify(detail), hash);
  }
  if (rows.length > 0) return;
  const { enrolledAt: at, officer, deviceId } = identity;
  audit.append({ at, actor: officer.id, action: 'enrolled', subject: deviceId, detail: {} });
}

function putValues(db: SqlDatabase, { meta }: StoreParts, found: Found, today: string): void {
  meta.writeIdentity(found.identity);
  meta.writeToday(today);
  const value = db.prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING');
  for (const each of found.values) value.run(each.name, each.value);
  // The numbers of files go on; but what the feed brought is not here any more, so no file of it is continued.
  meta.writeCourier({ ...meta.courier(), toldCursors: [], newestMadeAt: null });
  meta.writeChainDoubt(meta.courier().outSequence);
  const setting = db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)');
  for (const each of found.settings) setting.run(each.name, each.value);
}

function putDecision(db: SqlDatabase, parts: StoreParts, decision: SalvagedDecision): void {
  const { id, parsed, state, link, receipt, answer, conflict } = decision;
  if (parts.decisions.get(id)) return;
  parts.decisions.insert(decision, parsed);
  db.prepare(
    'UPDATE decisions SET state = ?, answer = ?, answer_message = ?, answered_at = ? WHERE id = ?',
  ).run(state, answer, decision.message, decision.answeredAt, id);
  if (state === 'conflicted') {
    const reason = (answer ?? 'changed-since') as ConflictReason;
    parts.conflicts.add({
      decisionId: id,
      requestId: parsed.requestId,
      reason,
      standing: conflict?.standing ?? null,
    });
    if (conflict?.ended) parts.conflicts.end(id, conflict.ended, conflict.endedWith);
  }
  if (link && parts.outbox.at(link.sequence) === null) {
    parts.outbox.add(link);
    // It may have left already; whether it has its answer, the server tells.
    if (state === 'recorded') parts.decisions.setState(id, 'sealed');
    else parts.outbox.answered(id);
  }
  if (receipt) parts.outbox.keepReceipt(receipt.receipt, receipt.content);
}
