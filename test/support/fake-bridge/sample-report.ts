import type { Report, WindowFigures } from '../../../shared/domain/report/report.ts';
import { sampleLsps } from './sample-office.ts';

const first = { approved: 812, rejected: 96, returned: 143, held: 21 };

function windowOf(windowId: string, from: string, to: string, scale: number): WindowFigures {
  const counts = Object.fromEntries(
    Object.entries(first).map(([name, count]) => [name, Math.round(count * scale)]),
  ) as typeof first;
  return {
    ...{ windowId, from, to, orderNo: `SAMPLE/${to.slice(0, 4)}/7` },
    ...{ received: Math.round(1286 * scale), ...counts },
    ...{ open: Math.round(214 * scale), late: Math.round(17 * scale), medianDays: 9 + scale },
  };
}

/** A busy district's figures; a period before 2020 is empty. */
export function sampleReport(from: string, to: string, today: string): Report {
  const isEmpty = to < '2020-01-01';
  const counts = isEmpty ? { approved: 0, rejected: 0, returned: 0, held: 0 } : first;
  const perLsp = isEmpty
    ? []
    : sampleLsps.map(({ id }, index) => ({
        lspId: id,
        ...{
          received: 120 - index * 9,
          approved: 80 - index * 6,
          rejected: 12 - index,
          returned: index,
          held: 1,
        },
      }));
  return {
    ...{ from, to, today, asOf: today },
    ...{ received: isEmpty ? 0 : 1286, ...counts },
    pendency: isEmpty
      ? []
      : sampleLsps.map(({ id }, index) => ({
          ...{ lspId: id, toDo: 40 - index * 3, waiting: index, late: Math.max(0, 5 - index) },
        })),
    ageing: (['0-7', '8-15', '16-30', '31+'] as const).map((band, index) => ({
      ...{
        band,
        toDo: isEmpty ? 0 : ([96, 74, 15, 2][index] ?? 0),
        waiting: isEmpty ? 0 : ([4, 11, 9, 3][index] ?? 0),
      },
    })),
    byOutcome: [
      { outcome: 'approve', count: counts.approved },
      { outcome: 'reject', count: counts.rejected },
      { outcome: 'return', count: counts.returned },
      { outcome: 'hold', count: counts.held },
    ],
    byReason: isEmpty
      ? []
      : [
          { code: 'R01', outcome: 'reject', count: 51 },
          { code: 'R03', outcome: 'reject', count: 45 },
          { code: 'A01', outcome: 'return', count: 88 },
          { code: 'A02', outcome: 'return', count: 55 },
          { code: 'H01', outcome: 'hold', count: 21 },
        ],
    byTargetLsp: perLsp,
    byCurrentLsp: [...perLsp].reverse(),
    byMonth: isEmpty
      ? []
      : ['2026-08', '2026-09', '2026-10', '2026-11'].map((month, index) => ({
          ...{ month, received: 180 + index * 95, approved: 120 + index * 55 },
          ...{ rejected: 14 + index * 6, returned: 22 + index * 9, held: 3 + index },
        })),
    timeTaken: [
      { band: '1-7', count: isEmpty ? 0 : 401 },
      { band: '8-15', count: isEmpty ? 0 : 463 },
      { band: '16+', count: isEmpty ? 0 : 44 },
    ],
    medianDays: isEmpty ? null : 9.5,
    unknownYears: isEmpty ? [] : [2027],
    thisWindow: windowOf('window-2026', '2026-09-15', '2026-10-31', 1),
    lastWindow: windowOf('window-2025', '2025-09-01', '2025-10-15', 0.8),
  };
}
