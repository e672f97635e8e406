import { districtId, lspId, requestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';

/** A complete request that passes every rule with `sampleMaster`; a test changes only what it is about. */
export function sampleRequest(changes: Partial<MigrationRequest> = {}): MigrationRequest {
  const person = { name: { hi: 'नमूना सीता देवी', en: 'Sample Sita Devi' }, mobileLast4: '0417' };
  return {
    id: requestId.parse('req-1'),
    version: 1,
    requestNo: 'MR/2026/000001',
    districtId: districtId.parse('jaipur'),
    purpose: 'MIGRATION',
    status: 'pending',
    kioskCode: 'K11034638',
    newKioskCode: null,
    centreName: { hi: 'नमूना ई-मित्र केन्द्र', en: 'Sample e-Mitra Centre' },
    applicant: person,
    registeredOperator: person,
    area: 'rural',
    block: { hi: 'बस्सी', en: 'Bassi' },
    category: 'C',
    categoryToday: 'C',
    currentLspId: lspId.parse('lsp-01'),
    targetLspId: lspId.parse('lsp-02'),
    reason: 'नमूना: सहायता नहीं मिलती',
    applicationDate: '2026-10-01',
    receivedOn: '2026-10-01',
    migrationsBefore: 0,
    fee: { amount: 50_000, reference: 'SAMPLE-1', paidOn: '2026-10-01' },
    record: null,
    documents: [],
    pauses: [],
    history: [],
    updatedAt: '2026-10-01T06:00:00.000Z',
    ...changes,
  };
}
