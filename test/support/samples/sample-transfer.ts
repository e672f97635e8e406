import { districtId, lspId, requestId } from '../../../shared/domain/ids.ts';
import type { KioskSnapshot, Transfer } from '../../../shared/domain/transfer/transfer.ts';

const takenAt = '2026-11-18T06:00:00.000Z';

function snapshot(changes: Partial<KioskSnapshot>): KioskSnapshot {
  return {
    takenAt,
    kioskCode: 'K11034638',
    isActive: true,
    centre: {
      name: { hi: 'नमूना ई-मित्र केन्द्र', en: 'Sample e-Mitra Centre' },
      districtId: districtId.parse('jaipur'),
      registeredOn: '2021-04-01',
    },
    lspId: lspId.parse('lsp-01'),
    loginId: 'sample.kiosk',
    history: [
      { service: 'नमूना बिजली बिल', month: '2026-09', count: 120 },
      { service: 'नमूना बिजली बिल', month: '2026-10', count: 98 },
    ],
    wallet: 12_345_67,
    advance: 0,
    creditLimit: 5_000_00,
    dues: 0,
    tds: 321_05,
    security: 10_000_00,
    ...changes,
  };
}

/** A completed transfer to a new ID in which everything is as it should be; `after` and the rest may be changed. */
export function sampleTransfer(
  changes: Partial<Transfer> = {},
  after: Partial<KioskSnapshot> = {},
): Transfer {
  const emptied = { history: [], wallet: 0, advance: 0, creditLimit: 0, dues: 0, tds: 0, security: 0 };
  return {
    requestId: requestId.parse('req-1'),
    districtId: districtId.parse('jaipur'),
    requestNo: 'MR/2026/000001',
    oldKioskCode: 'K11034638',
    newKioskCode: 'K11099999',
    fromLspId: lspId.parse('lsp-01'),
    toLspId: lspId.parse('lsp-02'),
    state: 'completed',
    failure: null,
    stages: [
      { stage: 'approved', at: '2026-11-17T06:00:00.000Z' },
      { stage: 'records-moved', at: takenAt },
      { stage: 'ids-switched', at: takenAt },
      { stage: 'completed', at: takenAt },
    ],
    before: snapshot({}),
    after: snapshot({ kioskCode: 'K11099999', lspId: lspId.parse('lsp-02'), ...after }),
    oldAfter: snapshot({ ...emptied, isActive: false, loginId: '' }),
    acts: [],
    updatedAt: takenAt,
    ...changes,
  };
}
