import type { ArchiveAnswer, ArchiveHit } from '../../../shared/ipc/views/archive-hit.ts';
import type { StoreParts } from '../store-parts.ts';
import { archivedHitOf, matchedOf, type ArchivedHit } from './archive-hit-of.ts';
import { archiveQuery } from './archive-query.ts';

/** The rules are told in `Store.searchArchive`. Stops at the first tier that fills the page. */
export function searchArchive(parts: StoreParts, typed: string, limit: number): ArchiveAnswer {
  const query = archiveQuery(typed);
  if (!query) return { hits: [], more: false };
  const found = new Set<number>();
  for (const tier of query.tiers) {
    // A tier finds what those before it found, too: so many more are asked for.
    for (const ordinal of parts.archive.find(tier, limit + 1 + found.size)) found.add(ordinal);
    if (found.size > limit) break;
  }
  const hits: ArchiveHit[] = [];
  for (const ordinal of [...found].slice(0, limit)) {
    const hit = hitAt(parts, ordinal);
    if (hit) hits.push({ ...hit, matched: matchedOf(hit, query.words) });
  }
  return { hits, more: found.size > limit };
}

function hitAt({ archive, requests, transfers }: StoreParts, ordinal: number): ArchivedHit | null {
  const id = archive.at(ordinal);
  const request = id && requests.get(id);
  return request && archivedHitOf(request, transfers.codes(request.id));
}
