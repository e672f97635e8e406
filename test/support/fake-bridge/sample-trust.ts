import type { TrustState } from '../../../shared/ipc/views/documents.ts';

/** Three sample certificates; one more after an update. */
export function sampleTrust(update: number | null): TrustState {
  const one = (name: string, mark: string, years: [number, number], from: number | null) => ({
    ...{ sha256: mark.repeat(64 / mark.length), name, update: from },
    validFrom: `${years[0]}-02-03T18:30:00.000Z`,
    validTo: `${years[1]}-02-03T18:30:00.000Z`,
  });
  return {
    certificates: [
      one('DS 04 (नमूना)', '3fa1b2c4', [2020, 2023], null),
      one('DS 05 (नमूना)', '77d0e9f2', [2023, 2026], null),
      one('DS 06 (नमूना)', 'e0304b9e', [2026, 2029], null),
      ...(update === null ? [] : [one('DS 07 (नमूना)', '91c5a0d8', [2026, 2029], update)]),
    ],
    canUpdate: true,
  };
}
