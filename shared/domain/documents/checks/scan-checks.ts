import type { DocumentCheck } from '../document-check.ts';
import type { ReadingWarning } from '../document-reading.ts';
import { makeCheck } from './make-check.ts';
import { kindOfSlot, type Paper } from './paper.ts';

/** Those by which a reading may be wrong or incomplete; the others have checks of their own. */
const hardToRead: readonly ReadingWarning[] = ['code-unreadable', 'pages-left-out'];

/** What can be said of any scan: is it what its slot asks for, can it be read, was its number burned out. */
export function scanChecks(paper: Paper): DocumentCheck[] {
  return [...rightDocument(paper), readable(paper), ...maskingCheck(paper)];
}

function rightDocument({ documentId, reading, slot }: Paper): DocumentCheck[] {
  const found = reading.kind;
  const expected = kindOfSlot(slot);
  const about = { id: 'right-document', documentId, params: { found, expected } } as const;
  if (expected === 'unknown') {
    if (slot === null || found === 'unknown' || found === 'form') return [];
    return [makeCheck({ ...about, result: 'look', why: 'unexpected-document' })];
  }
  if (found === 'unknown') return [makeCheck({ ...about, result: 'unknown', why: 'kind-unknown' })];
  const isRight = found === expected || (found === 'ekyc' && expected === 'aadhaar');
  return [makeCheck({ ...about, ...(isRight ? right : wrong) })];
}

const right = { result: 'pass', why: 'right-document' } as const;
const wrong = { result: 'fail', why: 'wrong-document' } as const;

function readable({ documentId, reading, kind }: Paper): DocumentCheck {
  const warnings = hardToRead.filter((warning) => reading.warnings.includes(warning));
  const about = { id: 'readable', documentId } as const;
  if (reading.fields.length === 0 && kind !== 'unknown') {
    return makeCheck({ ...about, result: 'unknown', why: 'nothing-read' });
  }
  if (warnings.length > 0) {
    return makeCheck({
      ...about,
      result: 'look',
      why: 'hard-to-read',
      params: { warnings: warnings.join(',') },
    });
  }
  return reading.fields.length === 0
    ? makeCheck({ ...about, result: 'unknown', why: 'nothing-to-read' })
    : makeCheck({ ...about, result: 'pass', why: 'read' });
}

function maskingCheck({ documentId, reading, kind }: Paper): DocumentCheck[] {
  const { residue, wantsHand, regions } = reading.masking;
  const about = { id: 'masking', documentId } as const;
  if (residue > 0) {
    return [
      makeCheck({
        ...about,
        result: 'fail',
        why: 'number-still-readable',
        params: { digits: String(residue) },
      }),
    ];
  }
  if (wantsHand) return [makeCheck({ ...about, result: 'look', why: 'wants-hand' })];
  if (regions.length > 0) {
    const evidence = regions.map(({ what, box }) => ({
      side: 'aadhaar' as const,
      documentId,
      text: what,
      box,
    }));
    return [
      makeCheck({
        ...about,
        result: 'pass',
        why: 'masked',
        params: { places: String(regions.length) },
        evidence,
      }),
    ];
  }
  if (kind !== 'aadhaar') return [];
  return reading.numberCheck === 'already-masked'
    ? [makeCheck({ ...about, result: 'pass', why: 'masked-before' })]
    : [makeCheck({ ...about, result: 'look', why: 'nothing-masked' })];
}
