/**
 * Brings a kiosk code into its normal form: `K11034638`, `के 11034638`, `k-11034638`, `d97k0003`, in Western or
 * Devanagari digits. Null when the text is no kiosk code. The prefix says nothing about the district.
 */
export function normalKioskCode(typed: string): string | null {
  const compact = typed
    .normalize('NFKC')
    .replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[\s.\-–—_/]/g, '')
    .replace(/^के/u, 'K')
    .toUpperCase();
  return /^(K\d{8,9}|D\d{2}K\d{4})$/.test(compact) ? compact : null;
}
