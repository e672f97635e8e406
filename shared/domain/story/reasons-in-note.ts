/** Codes at the beginning of a history note, as the server writes them: `R01, R02: remarks`. */
const codesFirst = /^((?:[A-Z]{1,3}\d{2})(?:, ?[A-Z]{1,3}\d{2})*)(?:: ?([\s\S]*))?$/;

/** Reason codes and remarks of a history note; a note without codes is all remarks. */
export function reasonsInNote(note: string): { codes: string[]; remarks: string } {
  const [, codes, remarks = ''] = codesFirst.exec(note.trim()) ?? [];
  return codes === undefined ? { codes: [], remarks: note.trim() } : { codes: codes.split(/, ?/), remarks };
}
