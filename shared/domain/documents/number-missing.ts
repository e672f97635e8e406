import type { DocumentReading } from './document-reading.ts';

/**
 * Whether nothing of a scan was burned out or crossed out that may be the number for which the server calls it unmasked.
 * Its looks do not matter: a number written on a form, or beside a PAN card, is often not found.
 */
export function isNumberMissing({ numberCheck, masking }: DocumentReading): boolean {
  return numberCheck === 'not-read' && !masking.regions.some(({ what }) => what === 'by-hand');
}
