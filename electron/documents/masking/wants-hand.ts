import type { MaskedRegion } from '../../../shared/domain/documents/document-reading.ts';
import type { PageReading } from '../reading/read-page.ts';

/**
 * Whether a page may show a number that nobody found: an Aadhaar paper, or an unknown one where an Aadhaar paper
 * belongs, without a number found, crossed out or marked by hand.
 */
export function wantsHand(
  { kind, numberCheck }: Pick<PageReading, 'kind' | 'numberCheck'>,
  regions: readonly MaskedRegion[],
  belongsToAadhaar: boolean,
): boolean {
  const maySay = kind === 'aadhaar' || (kind === 'unknown' && belongsToAadhaar);
  const isDealtWith = regions.some(({ what }) => what === 'number' || what === 'by-hand');
  return maySay && !isDealtWith && numberCheck !== 'already-masked';
}
