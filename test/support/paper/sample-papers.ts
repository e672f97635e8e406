import type { DecisionContent } from '../../../shared/domain/decision.ts';
import { decisionId, deviceId, districtId, lspId, officerId, requestId } from '../../../shared/domain/ids.ts';
import type { RuleResult } from '../../../shared/domain/rule-result.ts';
import type { Bilingual, Language } from '../../../shared/domain/values.ts';
import { acknowledgementPaper } from '../../../shared/paper/acknowledgement-paper.ts';
import { daySummaryPaper } from '../../../shared/paper/day-summary-paper.ts';
import { keptRecordPaper } from '../../../shared/paper/kept-record-paper.ts';
import type { OfficeFacts } from '../../../shared/paper/office-facts.ts';
import { orderPaper, type OrderFacts, type OrderOutcome } from '../../../shared/paper/order-paper.ts';
import { orderProof } from '../../../shared/paper/order-proof.ts';
import type { Paper } from '../../../shared/paper/paper.ts';
import { reconciliationPaper } from '../../../shared/paper/reconciliation-paper.ts';
import { registerPaper, type RegisterLine } from '../../../shared/paper/register-paper.ts';
import { statusSlipPaper } from '../../../shared/paper/status-slip-paper.ts';
import type { ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';
import { sampleRequest } from '../samples/sample-request.ts';

export const sampleOffice: OfficeFacts = {
  district: { id: districtId.parse('jaipur'), name: { hi: 'जयपुर', en: 'Jaipur' } },
  letterhead: [],
  signingTitle: { hi: 'जिला ई-मित्र प्रबंधक', en: 'District e-Mitra Manager' },
  logo: null,
  helplines: [{ label: { hi: 'नमूना सहायता केन्द्र', en: 'Sample helpline' }, number: '0000-000000' }],
  madeAt: '2026-10-13T09:30:00.000Z',
  isSample: true,
};

const lsps = {
  current: { hi: 'नमूना सेवा प्रदाता एक', en: 'Sample Provider One' },
  target: { hi: 'नमूना सेवा प्रदाता दो', en: 'Sample Provider Two' },
};
const row = { day7On: '2026-10-13', dueOn: '2026-10-27', unknownYears: [2027], paused: false };

const rules: RuleResult[] = [
  ruleOf('category-c', 'pass', 'category', { category: 'C', today: 'B', allowed: 'C' }),
  ruleOf('lsp-20-kiosks', 'fail', 'counted', { kiosks: 19, minimum: 20 }),
  ruleOf('lsp-coordinator', 'pass', 'appointed', { nameHi: 'नमूना समन्वयक', nameEn: 'Sample Coordinator' }),
  ruleOf('lsp-rollout-rural', 'pass', 'complete', {}),
  ruleOf('lsp-rollout-urban', 'unknown', 'notKnown', {}),
  ruleOf('fee', 'pass', 'paid', { due: 50_000, paid: 50_000, reference: 'SAMPLE-1' }),
  ruleOf('reason', 'pass', 'given', {}),
  ruleOf('different-lsp', 'pass', 'different', {}),
];

function ruleOf(
  id: RuleResult['id'],
  result: RuleResult['result'],
  because: string,
  evidence: RuleResult['evidence'],
): RuleResult {
  return { id, result, because, evidence, asOf: '2026-09-30', orderNo: 'SAMPLE/2025/1' };
}

const id = decisionId.parse('0199aaaa-0000-7000-8000-000000000001');

export function sampleContent(changes: Partial<DecisionContent> = {}): DecisionContent {
  return {
    protocol: 1,
    id,
    requestId: requestId.parse('req-1'),
    requestVersion: 1,
    districtId: districtId.parse('jaipur'),
    outcome: 'approve',
    reasonCodes: ['R01'],
    remarks: 'नमूना: अभिलेख देखे गए, सब सही पाया गया।',
    overrides: [{ ruleId: 'lsp-20-kiosks', reason: 'नमूना: बीसवाँ कियोस्क इसी सप्ताह चालू हुआ' }],
    rules,
    checklist: [
      { documentId: 'd1', kind: 'application', mark: 'checked' },
      { documentId: 'd2', kind: 'coordinator-consent', mark: 'received' },
    ],
    documentChecks: [],
    verdicts: [],
    pins: [],
    officerId: officerId.parse('officer-1'),
    deviceId: deviceId.parse('device-1'),
    recordedAt: '2026-10-13T09:00:00.000Z',
    ...changes,
  };
}

export const sampleProof = orderProof({
  orderNo: 'MIG/JAIPUR-A/2026/0007',
  sealed: {
    id,
    content: '{}',
    officerSignature: `${'s'.repeat(86)}==`,
    sequence: 7,
    previous: 'a'.repeat(64),
    salt: 'b'.repeat(32),
    commitment: 'c'.repeat(64),
    sealedAt: '2026-10-13T09:10:00.000Z',
    deviceSignature: `${'d'.repeat(86)}==`,
  },
  contentHash: 'e'.repeat(64),
  receipt: {
    serverSequence: 4711,
    acceptedAt: '2026-10-13T09:20:00.000Z',
    textHash: 'f'.repeat(64),
    signature: `${'r'.repeat(86)}==`,
  },
});

export function sampleOrder(
  language: Language,
  outcome: OrderOutcome = 'approve',
  changes: Partial<OrderFacts> = {},
): Paper {
  const facts: OrderFacts = {
    orderNo: 'MIG/JAIPUR-A/2026/0007',
    sealedAt: '2026-10-13T09:10:00.000Z',
    content: sampleContent({ outcome, overrides: outcome === 'approve' ? sampleContent().overrides : [] }),
    request: sampleRequest(),
    lsps,
    reasonCodes: [{ code: 'R01', text: { hi: 'नमूना: शुल्क का भुगतान नहीं', en: 'Sample: fee not paid' } }],
    officerName: { hi: 'नमूना अधिकारी', en: 'Sample Officer' },
    receipt: { serverSequence: 4711, acceptedAt: '2026-10-13T09:20:00.000Z' },
    isVoid: null,
    proof: sampleProof,
    office: sampleOffice,
    ...changes,
  };
  return orderPaper(facts, outcome, language);
}

export function sampleRegisterLine(index: number, centreName: Bilingual): RegisterLine {
  const sequence = index + 1;
  return {
    orderNo: `MIG/JAIPUR-A/2026/${String(sequence).padStart(4, '0')}`,
    sequence,
    requestNo: `MR/2026/${String(sequence).padStart(6, '0')}`,
    kioskCode: `K110${String(30_000 + index)}`,
    centreName,
    outcome: (['approve', 'reject', 'return', 'hold'] as const)[index % 4] ?? 'approve',
    sealedAt: '2026-10-13T09:10:00.000Z',
    state: index % 10 === 9 ? 'conflicted' : index % 3 === 0 ? 'sent' : 'accepted',
    voidWhy: index % 10 === 9 ? 'already-decided' : null,
    answeredAt: index % 3 === 0 ? null : '2026-10-13T09:20:00.000Z',
  };
}

export function sampleRegister(language: Language, names: readonly Bilingual[], count = names.length): Paper {
  const lines = Array.from({ length: count }, (_, index) =>
    sampleRegisterLine(index, names[index % names.length] ?? { hi: '', en: '' }),
  );
  return registerPaper({ day: '2026-10-13', series: 'A', lines, office: sampleOffice }, language);
}

function sampleReconciliation(language: Language, names: readonly Bilingual[]): Paper {
  const money = (item: ReconciliationLine['item'], before: number, after: number): ReconciliationLine => ({
    ...{ item, service: null, month: null, unit: 'paise', before, after, difference: after - before },
    verdict: before === after ? 'same' : 'differs',
  });
  const services = names.map((name, index): ReconciliationLine => ({
    ...{ item: 'service', service: name[language].slice(0, 80), month: '2026-08', unit: 'count' },
    ...{ before: index, after: index, difference: 0, verdict: 'same' },
  }));
  const paper = reconciliationPaper(
    {
      transfer: {
        requestId: requestId.parse('req-1'),
        districtId: districtId.parse('jaipur'),
        requestNo: 'MR/2026/000001',
        oldKioskCode: 'K11034638',
        newKioskCode: 'K116209807',
        fromLspId: lspId.parse('lsp-01'),
        toLspId: lspId.parse('lsp-02'),
        ...{ state: 'completed', failure: null, stages: [], before: null, after: null, oldAfter: null },
        acts: [],
        updatedAt: '2026-10-13T09:20:00.000Z',
      },
      centreName: { hi: 'नमूना ई-मित्र केन्द्र', en: 'Sample e-Mitra Centre' },
      lines: [money('wallet', 12_345_650, 12_345_649), money('dues', -4_200, -4_200), ...services],
      toAcknowledge: ['wallet|||12345650|12345649'],
      followUps: [
        { kind: 'banner-logo', doneAt: null, note: null },
        { kind: 'tell-operator', doneAt: '2026-10-13T10:00:00.000Z', note: 'नमूना: फोन पर बताया' },
      ],
      districtName: () => sampleOffice.district.name,
      lspName: (lsp) => (lsp === 'lsp-01' ? lsps.current : lsps.target),
      office: sampleOffice,
    },
    language,
  );
  return paper;
}

function sampleDaySummary(language: Language, names: readonly Bilingual[]): Paper {
  const counts = { approve: 3, reject: 1, return: 2, hold: 0 };
  const late = names.map((centreName, index) => ({
    requestId: requestId.parse(`req-${index}`),
    requestNo: `MR/2026/${String(index).padStart(6, '0')}`,
    kioskCode: 'K11034638',
    centreName,
    status: 'pending' as const,
    receivedOn: '2026-09-01',
    dueOn: '2026-09-22',
    daysLate: index + 1,
    unknownYears: index % 7 === 0 ? [2027] : [],
  }));
  const window = { from: '2026-09-15', to: '2026-10-31', orderNo: 'SAMPLE/2026/7' };
  return daySummaryPaper(
    {
      summary: {
        today: '2026-10-13',
        isWorkingDay: true,
        holidaysKnown: true,
        windows: [{ id: 'w|closes-soon|2026-10-31', kind: 'closes-soon', windowId: 'w', ...window }],
        unseen: [],
        openWindow: { ...window, workingDaysLeft: 13 },
        ...{ toDo: 1234, waiting: 56, receivedToday: 7, dueSoon: 8, late, decidedToday: counts, undoable: 1 },
        ...{ unsent: 2, refused: 0, conflicted: 1, transfersWaiting: 4, transfersFailed: 0 },
        ...{ transfersToAcknowledge: 1, followUpsOpen: 3, asOf: '2026-10-12' },
      },
      office: sampleOffice,
    },
    language,
  );
}

/** One paper of each kind, each with all the names in it. */
export function samplePapers(language: Language, names: readonly Bilingual[]): Record<string, Paper> {
  const all = names.map((name) => name[language]);
  const request = sampleRequest({ reason: all.join(', ') });
  const slip = {
    ...{ request: sampleRequest(), lsps, story: all, holder: { title: all[0] ?? '', text: all[1] ?? '' } },
    ...{ standing: all.slice(0, 3), office: sampleOffice },
  };
  return {
    approve: sampleOrder(language, 'approve', { content: sampleContent({ remarks: all.join(' (') }) }),
    reject: sampleOrder(language, 'reject', { isVoid: { why: 'already-decided', at: null }, receipt: null }),
    return: sampleOrder(language, 'return', { receipt: null }),
    acknowledgement: acknowledgementPaper({ request, row, lsps, office: sampleOffice }, language),
    'status-slip': statusSlipPaper(slip, language),
    register: sampleRegister(language, names),
    reconciliation: sampleReconciliation(language, names),
    'day-summary': sampleDaySummary(language, names),
    'kept-record': sampleKeptRecord(language),
  };
}

/** One decision in each standing that a record tells. */
export function sampleKeptRecord(language: Language): Paper {
  const decided = (nth: number) => ({
    decisionId: decisionId.parse(`01997000-0000-7000-8000-00000000000${nth}`),
    requestId: requestId.parse(`req-${nth}`),
    outcome: 'approve' as const,
    recordedAt: '2026-11-20T06:00:00.000Z',
    orderNo: `MIG/JAIPUR-A/2026/000${nth}`,
  });
  const receipt = {
    serverSequence: 4711,
    acceptedAt: '2026-11-20T06:10:00.000Z',
    contentHash: '5f'.repeat(32),
  };
  return keptRecordPaper(
    {
      series: 'A',
      since: '2026-11-20T06:05:00.000Z',
      decisions: [
        { ...decided(4), state: 'undone', orderNo: null, answer: null, receipt: null },
        { ...decided(3), state: 'sent', answer: null, receipt: null },
        { ...decided(2), state: 'refused', answer: 'recorded-after-leaving', receipt: null },
        { ...decided(1), state: 'accepted', answer: null, receipt },
      ],
      office: sampleOffice,
    },
    language,
  );
}
