import type { RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { factOfRequest } from '../report/fact-of-request.ts';
import type { StoreParts } from '../store-parts.ts';
import type { KnownRequest } from '../tables/known-request-table.ts';
import type { ArchiveBatch } from './archive-batch.ts';
import { archiveTexts } from './archive-words.ts';

/** A unit of work, or as much of one. */
export interface ArchiveWork {
  parts: StoreParts;
  archive: ArchiveBatch;
}

type KnownHere = Pick<KnownRequest, 'place' | 'codes'>;

/** A request came or changed: it is found and counted as it is now. @param known as it was before, of this transaction. */
export function keepInArchive(
  { parts, archive }: ArchiveWork,
  request: MigrationRequest,
  known: KnownHere = parts.known.of(request.id),
): void {
  placeInSearch(archive, request, known);
  parts.facts.put(factOfRequest(request));
}

/** A request left the district: nobody here finds or counts it any more. */
export function takeFromArchive({ parts, archive }: ArchiveWork, id: RequestId): void {
  archive.remove(id);
  parts.facts.remove(id);
}

/** The transfer of a request came, changed or went: the request is found by the codes in it. */
export function refreshCodes({ parts, archive }: ArchiveWork, id: RequestId): void {
  const record = parts.rows.get(id);
  const request = record && !record.isRemoved ? parts.requests.get(id) : null;
  if (request) placeInSearch(archive, request, parts.known.of(id));
}

function placeInSearch(archive: ArchiveBatch, request: MigrationRequest, { place, codes }: KnownHere): void {
  archive.put(request, archiveTexts(request, codes), place);
}
