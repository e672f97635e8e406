import type { DocumentKind } from '../../request.ts';
import type { DocumentReading, PaperKind, ReadDocument } from '../document-reading.ts';

/** A reading, and which paper it is taken for. */
export interface Paper {
  documentId: string;
  reading: DocumentReading;
  /** By its looks; by its slot where those tell nothing. */
  kind: PaperKind;
  slot: DocumentKind | null;
}

/** In an order that depends on nothing but what they say, so that the checks do not either. */
export function papersOf(
  readings: readonly ReadDocument[],
  slots: Readonly<Record<string, DocumentKind>>,
): Paper[] {
  const sorted = [...readings].sort(
    (a, b) => byText(a.documentId, b.documentId) || byText(a.hash, b.hash) || byText(textOf(a), textOf(b)),
  );
  return sorted.map(({ documentId, reading }) => {
    const slot = Object.hasOwn(slots, documentId) ? (slots[documentId] ?? null) : null;
    const kind = reading.kind === 'unknown' ? kindOfSlot(slot) : reading.kind;
    const fields = [...reading.fields].sort((a, b) => byText(JSON.stringify(a), JSON.stringify(b)));
    return { documentId, reading: { ...reading, fields }, kind, slot };
  });
}

export function kindOfSlot(slot: DocumentKind | null): PaperKind {
  switch (slot) {
    case 'aadhaar':
    case 'pan':
      return slot;
    case 'application':
      return 'form';
    case 'old-id':
    case 'new-id':
    case 'permission':
    case 'coordinator-consent':
    case null:
      return 'unknown';
  }
}

function textOf({ reading }: ReadDocument): string {
  return JSON.stringify([reading.kind, reading.code, reading.numberCheck, reading.masking, reading.warnings]);
}

export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
