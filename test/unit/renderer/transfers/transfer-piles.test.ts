import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lspId, requestId } from '../../../../shared/domain/ids.ts';
import type { TransferRow } from '../../../../shared/ipc/views/transfer-view.ts';
import {
  pileOf,
  pilesOf,
  rowsWith,
  transferPiles,
} from '../../../../renderer/features/transfers/transfer-piles.ts';

function row(changes: Partial<TransferRow>): TransferRow {
  return {
    requestId: requestId.parse('req-1'),
    requestNo: 'MR/2026/000001',
    oldKioskCode: 'K11034638',
    newKioskCode: null,
    fromLspId: lspId.parse('lsp-01'),
    toLspId: lspId.parse('lsp-02'),
    state: 'completed',
    failure: null,
    updatedAt: '2026-11-01T06:00:00.000Z',
    centreName: { hi: 'नमूना केन्द्र', en: 'Sample centre' },
    differences: 0,
    toAcknowledge: 0,
    followUpsOpen: 0,
    ...changes,
  };
}

const anyRow = fc
  .record({
    state: fc.constantFrom('waiting' as const, 'completed' as const, 'failed' as const),
    toAcknowledge: fc.nat(2),
    followUpsOpen: fc.nat(2),
    updatedAt: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString()),
  })
  .map(row);

describe('the piles of transfers', () => {
  it('show each transfer exactly once, in the order in which they need somebody', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const piles = pilesOf(rows);
        expect(new Set(piles.flatMap((pile) => pile.rows))).toEqual(new Set(rows));
        expect(piles.flatMap((pile) => pile.rows)).toHaveLength(rows.length);
        const places = piles.map(({ pile }) => transferPiles.indexOf(pile));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('put an unacknowledged difference before everything, and never under completed', () => {
    expect(pileOf(row({ toAcknowledge: 1, followUpsOpen: 2 }))).toBe('to-acknowledge');
    expect(pileOf(row({ differences: 3, toAcknowledge: 0 }))).toBe('completed');
    expect(pileOf(row({ followUpsOpen: 1 }))).toBe('follow-ups');
    expect(pileOf(row({ state: 'failed', failure: 'interrupted' }))).toBe('failed');
  });

  it('show the latest change of a pile first', () => {
    const older = row({ updatedAt: '2026-10-01T06:00:00.000Z' });
    const newer = row({ updatedAt: '2026-11-02T06:00:00.000Z' });
    expect(pilesOf([older, newer])[0]?.rows).toEqual([newer, older]);
  });
});

it('finds a transfer by old and new code, number and name in both languages', () => {
  const found = row({ newKioskCode: 'K119900042' });
  for (const typed of ['k1103', 'K119900', '000001', 'नमूना', 'sample CENTRE', ' ']) {
    expect(rowsWith([found], typed), typed).toEqual([found]);
  }
  expect(rowsWith([found], 'कुछ और')).toEqual([]);
});
