import { applyLine } from './apply-changes.ts';
import { ArchiveBatch } from './archive/archive-batch.ts';
import { keepInArchive } from './archive/keep-in-archive.ts';
import type { StoreParts } from './store-parts.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { redate } from './working-set.ts';

/** Requests of one transaction: killed in between, the next opening goes on after the last whole one. */
const step = 500;

/** What of a vault of an older version still lacks its place in the archive. @returns whether more is to be done. */
export function archiveMore(parts: StoreParts): boolean {
  const behind = parts.meta.archiveBehind();
  if (behind === null) return false;
  const ids = parts.requests.idsAfter(behind, step);
  const archive = new ArchiveBatch(parts.archive);
  for (const id of ids) {
    const request = parts.rows.get(id)?.isRemoved === false ? parts.requests.get(id) : null;
    if (request) keepInArchive({ parts, archive }, request);
  }
  archive.finish();
  const last = ids.length === step ? (ids.at(-1) ?? null) : null;
  parts.meta.writeArchiveBehind(last);
  return last !== null;
}

/**
 * Applies what an older version of the app could only carry: the cursor is past it, so the server does not send it
 * again.
 */
export function adoptCarried(unit: UnitOfWork): void {
  const { setAside, audit } = unit.parts;
  const carried = setAside.carriedOfKnownKinds();
  if (carried.length === 0) return;
  for (const { line, at } of carried) {
    setAside.clear(line.kind, line.id, line.version);
    applyLine(unit, line, at);
  }
  unit.forgetHolidays();
  redate(unit);
  const detail = { items: carried.length };
  audit.append({ at: carried[0]?.at ?? '', actor: null, action: 'carried-adopted', subject: null, detail });
}
