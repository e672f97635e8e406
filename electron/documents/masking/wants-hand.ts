import type { PaperKind } from '../../../shared/domain/documents/document-reading.ts';
import type { PageReading } from '../reading/read-page.ts';
import type { MaskedPage } from './mask-page.ts';

/**
 * Whether a page may show a number that nobody found: an Aadhaar paper, or an unknown one where an Aadhaar paper
 * belongs, without its number found, crossed out or marked by hand. A telephone number or what is left of a longer one
 * was burned out, and the card's own may still stand there.
 */
export function wantsHand(
  { kind, numberCheck }: { kind: PaperKind; numberCheck: PageReading['numberCheck'] },
  { isCardNumberGone }: Pick<MaskedPage, 'isCardNumberGone'>,
  belongsToAadhaar: boolean,
): boolean {
  const maySay = kind === 'aadhaar' || (kind === 'unknown' && belongsToAadhaar);
  return maySay && !isCardNumberGone && numberCheck !== 'already-masked';
}
