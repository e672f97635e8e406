import type { RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { factOfRequest } from '../report/fact-of-request.ts';
import type { StoreParts } from '../store-parts.ts';
import { archivedHitOf } from './archive-hit-of.ts';
import { archiveTexts } from './archive-words.ts';

/** A request came or changed: it is found and counted as it is now. */
export function keepInArchive(parts: StoreParts, request: MigrationRequest): void {
  placeInSearch(parts, request);
  parts.facts.put(factOfRequest(request));
}

/** A request left the district: nobody here finds or counts it any more. */
export function takeFromArchive({ archive, facts }: StoreParts, id: RequestId): void {
  archive.remove(id);
  facts.remove(id);
}

/** The transfer of a request came, changed or went: the request is found by the codes in it. */
export function refreshCodes(parts: StoreParts, id: RequestId): void {
  const record = parts.rows.get(id);
  const request = record && !record.isRemoved ? parts.requests.get(id) : null;
  if (request) placeInSearch(parts, request);
}

function placeInSearch({ archive, transfers }: StoreParts, request: MigrationRequest): void {
  const codes = transfers.codes(request.id);
  archive.put(archivedHitOf(request, codes), archiveTexts(request, codes));
}
