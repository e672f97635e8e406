import { districtId, lspId, officerId } from '../../../shared/domain/ids.ts';
import { localAdditionId } from '../../../shared/domain/local-addition.ts';
import type {
  DistrictRecord,
  HolidayList,
  LspFigures,
  Officer,
  ReasonCode,
} from '../../../shared/domain/master.ts';
import { sampleFaults, sampleStates } from './sample-states.ts';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { sampleFigures, sampleRuleSet, sampleWindow } from '../samples/sample-master.ts';

export const sampleDistrict = { id: districtId.parse('jaipur'), name: { hi: 'जयपुर', en: 'Jaipur' } };

export const sampleOfficer: Officer = {
  id: officerId.parse('officer-1'),
  login: 'namuna.adhikari',
  name: { hi: 'नमूना अधिकारी', en: 'Sample Officer' },
  title: { hi: 'जिला ई-मित्र प्रबंधक', en: 'District e-Mitra Manager' },
  districtId: sampleDistrict.id,
};

const letters = ['क', 'ख', 'ग', 'घ', 'च', 'छ', 'ज', 'झ', 'ट', 'ठ', 'ड', 'ढ'];

export const sampleLsps = letters.map((letter, index) => ({
  id: lspId.parse(`lsp-${String(index + 1).padStart(2, '0')}`),
  name: { hi: `नमूना एलएसपी ${letter}`, en: `Sample LSP ${String.fromCharCode(65 + index)}` },
  asOf: '2026-10-31',
}));

/** Of twelve LSPs one has too few kiosks, one no coordinator, one unknown roll-outs, one no figures at all. */
export function figuresOf(index: number): LspFigures | null {
  const id = sampleLsps[index]?.id;
  if (id === undefined || index === 11) return null;
  const faults: Partial<LspFigures>[] = [
    {},
    {},
    { workingKiosks: 14 },
    { coordinator: null },
    { ruralRolloutComplete: null },
  ];
  return sampleFigures({ lspId: id, workingKiosks: 25 + index * 4, ...faults[index] });
}

const holidays: HolidayList[] = [
  {
    year: 2026,
    districtId: null,
    days: [
      { date: '2026-11-08', name: { hi: 'दीपावली', en: 'Diwali' } },
      { date: '2026-11-09', name: { hi: 'गोवर्धन पूजा', en: 'Govardhan Puja' } },
      { date: '2026-11-24', name: { hi: 'गुरु नानक जयन्ती', en: 'Guru Nanak Jayanti' } },
      { date: '2026-12-25', name: { hi: 'क्रिसमस', en: 'Christmas' } },
    ],
  },
  {
    year: 2026,
    districtId: sampleDistrict.id,
    days: [{ date: '2026-12-04', name: { hi: 'नमूना स्थानीय अवकाश', en: 'Sample local holiday' } }],
  },
];

const reasonCodes: ReasonCode[] = [
  {
    code: 'R01',
    text: { hi: 'कियोस्क श्रेणी C का नहीं है', en: 'The kiosk is not of category C' },
    outcomes: ['reject'],
  },
  {
    code: 'R02',
    text: { hi: 'आवेदक पंजीकृत संचालक नहीं है', en: 'The applicant is not the registered operator' },
    outcomes: ['reject', 'return'],
  },
  {
    code: 'R03',
    text: { hi: 'प्रस्तावित एलएसपी पात्र नहीं है', en: 'The proposed LSP is not eligible' },
    outcomes: ['reject'],
  },
  {
    code: 'A01',
    text: { hi: 'शुल्क भुगतान की रसीद अप्राप्त', en: 'The receipt of the fee is missing' },
    outcomes: ['return', 'hold'],
  },
  {
    code: 'A02',
    text: { hi: 'आवेदन पत्र पर हस्ताक्षर नहीं', en: 'The application is not signed' },
    outcomes: ['return'],
  },
  {
    code: 'H01',
    text: { hi: 'एलएसपी के आँकड़ों की प्रतीक्षा', en: "Waiting for the LSP's figures" },
    outcomes: ['hold'],
  },
];

const sampleDistricts: DistrictRecord[] = [
  districtOf('jaipur', 'जयपुर', 'Jaipur', 102, 110),
  districtOf('jalore', 'जालोर', 'Jalore', 104, 116, { alsoWritten: ['Jalor', 'जालौर'] }),
  districtOf('balotra', 'बालोतरा', 'Balotra', null, null, { alsoWritten: ['Balotara'] }),
  districtOf('sanchore', 'सांचौर', 'Sanchore', null, null, historic('jalore', true)),
  districtOf('dudu', 'दूदू', 'Dudu', null, null, historic('jaipur', true)),
  districtOf('namuna-vibhajit', 'नमूना विभाजित', 'Sample split', null, null, historic('jaipur', false)),
];

function historic(successor: string, successorCertain: boolean): Partial<DistrictRecord> {
  return { abolished: true, successors: [districtId.parse(successor)], successorCertain };
}

function districtOf(
  id: string,
  hi: string,
  en: string,
  lgdCode: number | null,
  censusCode: number | null,
  changes: Partial<DistrictRecord> = {},
): DistrictRecord {
  return {
    ...{ id: districtId.parse(id), name: { hi, en }, lgdCode, censusCode, asOf: '2026-11-20' },
    ...{ alsoWritten: [], abolished: false, successors: [], successorCertain: true, ...changes },
  };
}

export const sampleMaster: MasterData = {
  officers: [sampleOfficer],
  lsps: sampleLsps,
  figures: sampleLsps.flatMap((_, index) => figuresOf(index) ?? []),
  reasonCodes,
  windows: [
    sampleWindow,
    {
      ...sampleWindow,
      id: 'window-0',
      from: '2025-09-01',
      to: '2025-10-15',
      orderNo: 'SAMPLE/2025/7',
      orderDate: '2025-08-20',
    },
  ],
  ruleSets: [sampleRuleSet],
  holidays,
  districts: sampleDistricts,
  helplines: [
    { id: 'helpdesk', label: { hi: 'नमूना सहायता डेस्क', en: 'Sample helpdesk' }, number: '0141-0000000' },
    { id: 'degs', label: { hi: 'नमूना डीईजीएस कार्यालय', en: 'Sample DeGS office' }, number: '0141-0000001' },
  ],
  signingTitles: [{ id: 'dem', title: sampleOfficer.title }],
  additions: [
    {
      id: localAdditionId.parse('0193a0c0-0000-7000-8000-00000000a001'),
      entry: { kind: 'helpline', label: { hi: 'नमूना काउंटर', en: 'Sample counter' }, number: '0141-0000002' },
      by: sampleOfficer.id,
      byName: sampleOfficer.name,
      at: '2026-11-02T06:15:00.000Z',
    },
  ],
  states: sampleStates,
  faults: sampleFaults,
};
