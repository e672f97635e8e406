import type { Masking } from '../../../shared/domain/documents/document-reading.ts';

/** On which other pages something was burned out, and in how many places. Pages from 0. */
export function placesElsewhere(regions: Masking['regions'], page: number): { on: number; count: number }[] {
  const pages = [...new Set(regions.map(({ box }) => box.page))].sort((a, b) => a - b);
  return pages.filter((on) => on !== page).map((on) => ({ on, count: placesOn(regions, on) }));
}

export function placesOn(regions: Masking['regions'], page: number): number {
  return regions.filter(({ box }) => box.page === page).length;
}
