import { usualLimits, type SeenElsewhere } from '../../../shared/domain/documents/checks/check-input.ts';
import { namesIn, sameNames } from '../../../shared/domain/documents/checks/same-names.ts';
import { localDocumentIds } from '../../../shared/domain/documents/local-document-ids.ts';
import { requestId as asRequestId, type BlobHash, type RequestId } from '../../../shared/domain/ids.ts';
import type { StoreParts } from '../store-parts.ts';
import type { LikeScan } from '../tables/fingerprint-table.ts';

/** Nearer ones come first; more than so many for one scan help nobody. */
const mostHits = 40;
/** Two filled forms of one print are alike: only the same scan is nearer than this. */
const formReach = 2;

interface OwnScan {
  documentId: string;
  hash: BlobHash;
}

/** The scans of a request that lie here, by the document under which they are shown. */
export function scansOf(parts: StoreParts, id: RequestId): OwnScan[] {
  const documents = parts.requests.get(id)?.documents ?? [];
  const ofServer = documents.flatMap(({ id: documentId, scan }): OwnScan[] => {
    if (scan === null) return [];
    return [{ documentId, hash: parts.maskedCopies.of(scan.hash)?.hash ?? scan.hash }];
  });
  const locals = parts.localScans.ofRequest(id);
  const ids = localDocumentIds(documents, locals);
  const own = locals.map((each, nth) => ({ documentId: ids[nth] ?? each.id, hash: each.scan.hash }));
  const others = parts.attachments.ofRequest(id).map(({ id: documentId, scan }) => {
    return { documentId, hash: parts.maskedCopies.of(scan.hash)?.hash ?? scan.hash };
  });
  return [...ofServer, ...own, ...others];
}

/** The rules are told in `Store.sameElsewhere`. */
export function sameElsewhere(parts: StoreParts, id: RequestId): SeenElsewhere[] {
  return scansOf(parts, id).flatMap(({ documentId, hash }) => {
    const seen = (what: SeenElsewhere['what'], like: BlobHash, distance: number, isCertain = true) =>
      placesOf(parts, like, id).map((place): SeenElsewhere => {
        return { what, documentId, distance, isCertain, ...place };
      });
    return [
      ...sameScans(parts, hash).flatMap((like) => seen('scan', like.hash, like.distance, like.isCertain)),
      ...near(parts, hash, 'photo').flatMap((like) => seen('photo', like.hash, like.distance)),
      ...sharing(parts, hash).flatMap((like) => seen('identity', like, 0)),
    ].filter(isFirst);
  });
}

/** Pages that look alike may be filled differently: what was read on them has a say. Those that are certain first. */
function sameScans(parts: StoreParts, hash: BlobHash): (LikeScan & { isCertain: boolean })[] {
  const namesOn = (scan: BlobHash) => namesIn(parts.readings.get(scan)?.reading ?? null);
  const here = namesOn(hash);
  return near(parts, hash, 'page')
    .flatMap((like) => {
      const same = like.hash === hash ? true : sameNames(here, namesOn(like.hash));
      return same === false ? [] : [{ ...like, isCertain: same === true }];
    })
    .sort((a, b) => Number(b.isCertain) - Number(a.isCertain));
}

function near(parts: StoreParts, hash: BlobHash, what: 'page' | 'photo') {
  const isForm = parts.readings.get(hash)?.reading?.kind === 'form';
  const { scanDistance, photoDistance } = usualLimits;
  const reach = what === 'photo' ? photoDistance : isForm ? formReach : scanDistance;
  return parts.fingerprints
    .bitsOf(hash, what)
    .flatMap((bits) => parts.fingerprints.near(what, bits, reach, mostHits))
    .sort((a, b) => a.distance - b.distance);
}

function sharing(parts: StoreParts, hash: BlobHash): BlobHash[] {
  return parts.fingerprints.keysOf(hash).flatMap((key) => parts.fingerprints.sharing(key, mostHits));
}

/** The other requests in view in which a scan stands. */
function placesOf(
  parts: StoreParts,
  hash: BlobHash,
  own: RequestId,
): Pick<SeenElsewhere, 'requestId' | 'requestNo' | 'applicant'>[] {
  return parts.readings.placesOf(hash).flatMap((place) => {
    const record = place === own ? null : parts.rows.get(asRequestId.parse(place));
    if (!record || record.isRemoved) return [];
    const { id: requestId, requestNo, applicantName: applicant } = record.row;
    return [{ requestId, requestNo, applicant }];
  });
}

function isFirst(hit: SeenElsewhere, at: number, hits: readonly SeenElsewhere[]): boolean {
  return hits.findIndex((other) => other.what === hit.what && other.requestId === hit.requestId) === at;
}
