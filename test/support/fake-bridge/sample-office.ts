import { districtId, lspId, officerId } from '../../../shared/domain/ids.ts';
import type { HolidayList, LspFigures, Officer, ReasonCode } from '../../../shared/domain/master.ts';
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

export const sampleMaster: MasterData = {
  lsps: sampleLsps,
  reasonCodes,
  windows: [sampleWindow],
  ruleSets: [sampleRuleSet],
  holidays,
  districts: [],
  helplines: [],
  signingTitles: [],
  additions: [],
  states: [],
  faults: [],
};
