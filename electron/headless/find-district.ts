import { districtRows, historicDistrictRows, type DistrictRow } from './read-data.ts';

export type FoundDistrict =
  | { kind: 'found'; district: DistrictRow; note: string }
  /** It was split, and nobody but the asker knows into which part the matter falls. */
  | { kind: 'split'; name: string; successors: string[] }
  | { kind: 'unknown' };

/**
 * A district by English or Hindi name, id, or code. Of codes the Census one comes first: it is what the portal writes,
 * and the same numbers mean other districts among the LGD codes; the note says which district was taken.
 */
export function findDistrict(typed: string): FoundDistrict {
  const wanted = plain(typed);
  const rows = districtRows();
  const byName = rows.find((row) =>
    [row.id, row.en, row.hi, ...row.alsoWritten].some((name) => is(name, wanted)),
  );
  if (byName) return { kind: 'found', district: byName, note: `District ${byName.en}.` };
  const byCode = byCodeOf(typed.trim(), rows);
  if (byCode) return byCode;
  const historic = historicDistrictRows().find((row) =>
    [row.id, row.en, row.hi].some((name) => is(name, wanted)),
  );
  if (!historic) return { kind: 'unknown' };
  const successor = rows.find((row) => row.en === historic.successors[0]);
  if (!historic.isCertain || !successor)
    return { kind: 'split', name: historic.en, successors: historic.successors };
  const note = `The district ${historic.en} was abolished; ${successor.en} is its successor.`;
  return { kind: 'found', district: successor, note };
}

function byCodeOf(code: string, rows: readonly DistrictRow[]): FoundDistrict | null {
  if (!/^\d+$/.test(code)) return null;
  const census = rows.find((row) => row.censusCode === code);
  if (census)
    return { kind: 'found', district: census, note: `District ${census.en} (Census code ${code}).` };
  const lgd = rows.find((row) => row.lgdCode === code);
  return lgd ? { kind: 'found', district: lgd, note: `District ${lgd.en} (LGD code ${code}).` } : null;
}

function is(name: string, wanted: string): boolean {
  return wanted !== '' && plain(name) === wanted;
}

/** Spaces, hyphens and the two nasal signs are written either way. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/ँ/g, 'ं')
    .replace(/[\s\-–]+/g, '');
}
