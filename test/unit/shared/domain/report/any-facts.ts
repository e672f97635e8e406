import fc from 'fast-check';
import { lspId, requestId } from '../../../../../shared/domain/ids.ts';
import type { ReportFact } from '../../../../../shared/domain/report/report-fact.ts';

const start = Date.parse('2026-06-01T00:00:00Z');
/** A day of the second half of 2026, or of January 2027. */
export const anyDay = fc
  .integer({ min: 0, max: 240 })
  .map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10));

const anyLsp = fc.constantFrom('lsp-1', 'lsp-2', 'lsp-3').map((id) => lspId.parse(id));
const anyPause = fc
  .tuple(anyDay, fc.option(anyDay), fc.constantFrom('returned' as const, 'on-hold' as const))
  .map(([from, to, why]) => ({ from, to: to === null ? null : to < from ? from : to, why }));
const anyEvent = fc.record({
  on: anyDay,
  outcome: fc.constantFrom('approve' as const, 'reject' as const, 'return' as const, 'hold' as const),
  codes: fc.array(fc.constantFrom('R01', 'R02', 'O01'), { maxLength: 3 }),
});

/** Facts as they come, also those that make no sense together: overlapping pauses, a decision before the receipt. */
export const anyFact: fc.Arbitrary<ReportFact> = fc
  .record({
    requestId: fc.nat({ max: 9999 }).map((n) => requestId.parse(`req-${n}`)),
    status: fc.constantFrom(
      'pending' as const,
      'returned' as const,
      'on-hold' as const,
      'approved' as const,
      'rejected' as const,
      'transferred' as const,
      'withdrawn' as const,
    ),
    applicationDate: anyDay,
    receivedOn: anyDay,
    closed: anyDay,
    pauses: fc.array(anyPause, { maxLength: 3 }),
    currentLspId: anyLsp,
    targetLspId: anyLsp,
    events: fc.array(anyEvent, { maxLength: 4 }),
  })
  .map(({ closed, ...fact }) => ({
    ...fact,
    closedOn: ['pending', 'returned', 'on-hold'].includes(fact.status) ? null : closed,
  }));
