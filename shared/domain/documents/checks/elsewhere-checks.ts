import { matchNames } from '../../names/match-names.ts';
import type { CheckEvidence, DocumentCheck, DocumentCheckId } from '../document-check.ts';
import { hasIdentity } from './aadhaar-checks.ts';
import type { CheckInput, CheckLimits, SeenElsewhere } from './check-input.ts';
import { makeCheck } from './make-check.ts';
import { byText, type Paper } from './paper.ts';

const ids: Readonly<Record<SeenElsewhere['what'], DocumentCheckId>> = {
  scan: 'same-scan-elsewhere',
  photo: 'same-photo-elsewhere',
  identity: 'same-identity-elsewhere',
};

/**
 * Whether the same scan, photo or person stands in another request. The same person may apply again, so that is for
 * the officer's eye; the scan or photo of one person under the name of another is not right. Where only the picture
 * speaks for it, it may be a print without anybody's name: the officer looks.
 */
export function elsewhereChecks(
  papers: readonly Paper[],
  { request, elsewhere }: Pick<CheckInput, 'request' | 'elsewhere'>,
  limits: CheckLimits,
): DocumentCheck[] {
  if (papers.length === 0) return [];
  return (['scan', 'photo', 'identity'] as const).flatMap((what) => {
    const id = ids[what];
    if (elsewhere === null) return [makeCheck({ id, result: 'unknown', why: 'not-searched' })];
    const hits = nearest(elsewhere.filter((hit) => hit.what === what && hit.distance <= reach(what, limits)));
    if (hits.length > 0) return [found(id, hits, request)];
    if (!canBeSearched(papers, what))
      return what === 'photo' ? [] : [makeCheck({ id, result: 'unknown', why: 'nothing-to-compare' })];
    return [makeCheck({ id, result: 'pass', why: 'not-elsewhere' })];
  });
}

function reach(what: SeenElsewhere['what'], limits: CheckLimits): number {
  switch (what) {
    case 'scan':
      return limits.scanDistance;
    case 'photo':
      return limits.photoDistance;
    case 'identity':
      return 0;
  }
}

function nearest(hits: readonly SeenElsewhere[]): SeenElsewhere[] {
  return [...hits].sort(
    (a, b) =>
      a.distance - b.distance || byText(a.requestNo, b.requestNo) || byText(a.documentId, b.documentId),
  );
}

function found(
  id: DocumentCheckId,
  hits: readonly SeenElsewhere[],
  request: CheckInput['request'],
): DocumentCheck {
  const strangers = hits.filter((hit) => isStranger(hit, request));
  const shown = strangers.length > 0 ? strangers : hits;
  const params = { requests: [...new Set(shown.map(({ requestNo }) => requestNo))].slice(0, 5).join(', ') };
  const evidence = shown.flatMap(({ documentId, requestNo }): CheckEvidence[] => [
    { side: 'other-request', documentId, text: requestNo, box: null },
  ]);
  return strangers.length > 0
    ? makeCheck({ id, result: 'fail', why: 'elsewhere-other-applicant', params, evidence })
    : makeCheck({ id, result: 'look', why: 'elsewhere', params, evidence });
}

/** By both names: who stands in one language only is compared across the scripts. */
function isStranger({ what, applicant, isCertain }: SeenElsewhere, request: CheckInput['request']): boolean {
  if (what === 'identity' || !isCertain || request === null) return false;
  const [here, there] = [namesOf(request.applicant.name), namesOf(applicant)];
  if (here.length === 0 || there.length === 0) return false;
  return here.every((one) => there.every((other) => matchNames(one, other).band === 'mismatch'));
}

function namesOf({ hi, en }: SeenElsewhere['applicant']): string[] {
  return [hi, en].filter((name) => name.trim() !== '');
}

function canBeSearched(papers: readonly Paper[], what: SeenElsewhere['what']): boolean {
  switch (what) {
    case 'scan':
      return papers.every(({ reading }) => reading.fingerprints.pages.length > 0);
    case 'photo':
      return papers.some(({ reading }) => reading.fingerprints.photo !== null);
    case 'identity':
      return hasIdentity(papers);
  }
}
