import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest, RequestDocument, RequestStatus } from '../../../shared/domain/request.ts';
import { sampleRequest } from '../samples/sample-request.ts';
import { sampleLsps } from './sample-office.ts';

const villages = [
  { hi: 'बस्सी', en: 'Bassi' },
  { hi: 'चाकसू', en: 'Chaksu' },
  { hi: 'सांगानेर', en: 'Sanganer' },
  { hi: 'कोटखावदा', en: 'Kotkhawada' },
  { hi: 'जमवारामगढ़', en: 'Jamwaramgarh' },
  { hi: 'आमेर', en: 'Amber' },
];
const names = [
  { hi: 'सीता देवी', en: 'Sita Devi' },
  { hi: 'रामस्वरूप', en: 'Ramswaroop' },
  { hi: 'कविता कुमारी', en: 'Kavita Kumari' },
  { hi: 'महेन्द्र सिंह', en: 'Mahendra Singh' },
  { hi: 'शांति लाल', en: 'Shanti Lal' },
  { hi: 'पूजा मीणा', en: 'Pooja Meena' },
  { hi: 'हूँकार राम', en: 'Hunkar Ram' },
];
const statuses: RequestStatus[] = [
  'pending',
  'pending',
  'pending',
  'pending',
  'returned',
  'on-hold',
  'approved',
];

/** The harness serves scans by the first letter of the hash: a is a JPEG, b a PDF of three pages, c no image at all. */
export const scanHash = {
  jpeg: blobHash.parse('a'.repeat(64)),
  pdf: blobHash.parse('b'.repeat(64)),
  broken: blobHash.parse('c'.repeat(64)),
};

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}

function isoDay(days: number): string {
  return new Date(Date.parse('2026-10-05T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same requests each time: number `index` of a district's working set, each third one with a fault. */
export function generatedRequest(index: number): MigrationRequest {
  const name = pick(names, index);
  const person = {
    name: { hi: `नमूना ${name.hi}`, en: `Sample ${name.en}` },
    mobileLast4: String(1000 + ((index * 37) % 9000)),
  };
  const village = pick(villages, index * 5 + 1);
  const status = pick(statuses, index * 3);
  const receivedOn = isoDay((index * 7) % 45);
  return sampleRequest({
    id: requestId.parse(`req-${String(index).padStart(5, '0')}`),
    requestNo: `MR/2026/${String(index + 1).padStart(6, '0')}`,
    status,
    kioskCode: `K1103${String(4000 + index).padStart(5, '0')}`,
    centreName: { hi: `नमूना ई-मित्र, ${village.hi}`, en: `Sample e-Mitra, ${village.en}` },
    applicant: person,
    registeredOperator:
      index % 11 === 5 ? { ...person, name: { hi: 'नमूना मोहन', en: 'Sample Mohan' } } : person,
    area: index % 3 === 0 ? 'urban' : 'rural',
    block: village,
    category: index % 9 === 4 ? 'B' : 'C',
    categoryToday: index % 9 === 4 || index % 13 === 2 ? 'B' : 'C',
    currentLspId: pick(sampleLsps, index).id,
    targetLspId: pick(sampleLsps, index * 5 + 3).id,
    reason: index % 17 === 3 ? null : 'नमूना: एलएसपी से तकनीकी सहायता नहीं मिलती और कमीशन समय पर नहीं आता।',
    applicationDate: receivedOn,
    receivedOn,
    migrationsBefore: index % 4,
    fee: index % 6 === 5 ? null : { amount: 50_000, reference: `SAMPLE-${index}`, paidOn: receivedOn },
    record:
      index % 5 === 0
        ? null
        : {
            registeredOn: '2021-06-14',
            serviceCount: 12_345 + index * 91,
            wallet: 1_23_456_50 + index * 1_111,
            advance: 0,
            creditLimit: 50_000_00,
            dues: index % 8 === 0 ? 4_500_75 : 0,
            tds: 2_310_25,
            security: 10_000_00,
          },
    documents: documentsOf(index),
    pauses: status === 'returned' ? [{ from: isoDay(40), to: null, why: 'returned' }] : [],
    history: [{ at: `${receivedOn}T05:30:00.000Z`, event: 'received', by: person.name, note: '' }],
  });
}

function documentsOf(index: number): RequestDocument[] {
  const need = index % 5 === 0 ? 'needed' : 'not-needed';
  return [
    {
      id: `doc-${index}-application`,
      kind: 'application',
      need,
      scan: { hash: scanHash.pdf, size: 40_000, mime: 'application/pdf', pages: 3, masked: true },
    },
    {
      id: `doc-${index}-aadhaar`,
      kind: 'aadhaar',
      need,
      scan: { hash: scanHash.jpeg, size: 90_000, mime: 'image/jpeg', pages: 1, masked: true },
    },
    {
      id: `doc-${index}-pan`,
      kind: 'pan',
      need,
      scan:
        index % 2 === 0
          ? null
          : { hash: scanHash.broken, size: 500, mime: 'image/jpeg', pages: 1, masked: true },
    },
  ];
}
