import type { EvidencePin } from '../../../shared/domain/documents/document-check.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';

/** As many as a draft keeps. */
export const mostPins = 40;

/** Adds a pin without a note; the list is full at `mostPins`. `id` is made by the caller. */
export function withPin(
  pins: readonly EvidencePin[],
  pin: { id: string; documentId: string; box: PageBox },
): EvidencePin[] {
  return pins.length >= mostPins ? [...pins] : [...pins, { ...pin, note: '' }];
}

export function withPinNote(pins: readonly EvidencePin[], id: string, note: string): EvidencePin[] {
  return pins.map((pin) => (pin.id === id ? { ...pin, note } : pin));
}

export function withoutPin(pins: readonly EvidencePin[], id: string): EvidencePin[] {
  return pins.filter((pin) => pin.id !== id);
}

/** What stands on a pin and in the list: its place in it, from 1. */
export function pinSign(pins: readonly EvidencePin[], id: string): string {
  return String(pins.findIndex((pin) => pin.id === id) + 1);
}
