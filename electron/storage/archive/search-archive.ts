import type { ArchiveAnswer, ArchiveHit } from '../../../shared/ipc/views/archive-hit.ts';
import type { StoreParts } from '../store-parts.ts';
import { archivedHitOf, matchedOf } from './archive-hit-of.ts';
import { archiveQuery } from './archive-query.ts';

/** The rules are told in `Store.searchArchive`. Stops at the first tier that fills the page. */
export function searchArchive(parts: StoreParts, typed: string, limit: number): ArchiveAnswer {
  const query = archiveQuery(typed);
  if (!query) return { hits: [], more: false };
  const places = new Set<number>();
  for (const tier of query.tiers) {
    // A tier finds what those before it found, too: so many more are asked for.
    for (const ordinal of parts.archive.find(tier, limit + 1 + places.size)) places.add(ordinal);
    if (places.size > limit) break;
  }
  const hits: ArchiveHit[] = [];
  for (const ordinal of [...places].slice(0, limit)) {
    const found = parts.archive.at(ordinal);
    if (!found) continue;
    const hit = archivedHitOf(found.request, found.codes);
    hits.push({ ...hit, matched: matchedOf(hit, query.words) });
  }
  return { hits, more: places.size > limit };
}
