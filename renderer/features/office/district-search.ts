import type { DistrictRecord } from '../../../shared/domain/master.ts';

/** Those whose name in either language, other spelling or code has what was typed. */
export function findDistricts(
  districts: readonly DistrictRecord[],
  typed: string,
): readonly DistrictRecord[] {
  const wanted = typed.normalize('NFC').trim().toLowerCase();
  if (wanted === '') return districts;
  return districts.filter((district) =>
    [
      district.name.hi,
      district.name.en,
      ...district.alsoWritten,
      String(district.lgdCode ?? ''),
      String(district.censusCode ?? ''),
    ].some((text) => text.normalize('NFC').toLowerCase().includes(wanted)),
  );
}
