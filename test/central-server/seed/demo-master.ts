import { readFileSync } from 'node:fs';
import { districtId, lspId, officerId } from '../../../shared/domain/ids.ts';
import type {
  District,
  Lsp,
  LspFigures,
  MigrationWindow,
  Officer,
  RuleSet,
} from '../../../shared/domain/master.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { addDays } from './days.ts';
import { lspNames, personName } from './names.ts';
import { Random } from './random.ts';
import type { ActivationCode } from './seed-rows.ts';

export const demoDistrictNames = ['Jaipur', 'Udaipur'] as const;

export function demoDistricts(): District[] {
  const file = readFileSync(new URL('../../../shared/data/districts.csv', import.meta.url), 'utf8');
  const rows = file.split(/\r?\n/).map((line) => line.split(','));
  return demoDistrictNames.map((name) => {
    const row = rows.find(([nameEn]) => nameEn === name);
    if (row?.[1] === undefined) throw new Error(`No district ${name} in districts.csv`);
    return { id: districtId.parse(name.toLowerCase()), name: { hi: row[1], en: name } };
  });
}

const title = { hi: 'जिला ई-मित्र प्रबंधक', en: 'District eMitra Manager' };

export const demoOfficers: Officer[] = [
  officer('officer-jaipur-1', 'jaipur1', 'नीलम राठौड़ (नमूना)', 'Neelam Rathore (Sample)', 'jaipur'),
  officer('officer-jaipur-2', 'jaipur2', 'अशोक मीणा (नमूना)', 'Ashok Meena (Sample)', 'jaipur'),
  officer('officer-udaipur-1', 'udaipur1', 'विजय पालीवाल (नमूना)', 'Vijay Paliwal (Sample)', 'udaipur'),
];

/** Two for each officer, for a second PC. Letters that cannot be misread over a telephone. */
export const demoActivationCodes: ActivationCode[] = [
  { code: 'NAMUNA-JPR-7K4M', officerId: 'officer-jaipur-1' },
  { code: 'NAMUNA-JPR-9T2W', officerId: 'officer-jaipur-1' },
  { code: 'NAMUNA-JPR-5H8P', officerId: 'officer-jaipur-2' },
  { code: 'NAMUNA-JPR-3X6C', officerId: 'officer-jaipur-2' },
  { code: 'NAMUNA-UDR-4R7D', officerId: 'officer-udaipur-1' },
  { code: 'NAMUNA-UDR-8F3L', officerId: 'officer-udaipur-1' },
];

function officer(id: string, login: string, hi: string, en: string, district: string): Officer {
  return { id: officerId.parse(id), login, name: { hi, en }, title, districtId: districtId.parse(district) };
}

export function demoLsps(today: IsoDate): Lsp[] {
  return lspNames.map((name, place) => ({
    id: lspId.parse(`lsp-${String(place + 1).padStart(2, '0')}`),
    name,
    asOf: addDays(today, -3),
  }));
}

/**
 * Most LSPs meet every condition. Places 4 to 11 lack one each, so that every rule fails somewhere, and is unknown
 * somewhere; the twelfth has no figures in the second district.
 */
export function demoFigures(
  lsps: readonly Lsp[],
  districts: readonly District[],
  today: IsoDate,
): LspFigures[] {
  const random = new Random(412);
  return districts.flatMap((district, districtPlace) =>
    lsps.flatMap((lsp, place): LspFigures[] => {
      const name = personName(random);
      const whole: LspFigures = {
        lspId: lsp.id,
        districtId: district.id,
        workingKiosks: random.between(24, 240),
        coordinator: { hi: `${name.hi} (नमूना)`, en: `${name.en} (Sample)` },
        coordinatorKnown: true,
        ruralRolloutComplete: true,
        urbanRolloutComplete: true,
        workStartedOn: addDays(today, -random.between(400, 2200)),
        asOf: addDays(today, -random.between(2, 20)),
      };
      if (place === 11 && districtPlace === 1) return [];
      return [{ ...whole, ...lackOf(place, today) }];
    }),
  );
}

function lackOf(place: number, today: IsoDate): Partial<LspFigures> {
  switch (place) {
    case 3:
      return { workingKiosks: 14 };
    case 4:
      return { coordinator: null };
    case 5:
      return { coordinator: null, coordinatorKnown: false };
    case 6:
      return { ruralRolloutComplete: false };
    case 7:
      return { urbanRolloutComplete: false, ruralRolloutComplete: null };
    case 8:
      return { workStartedOn: addDays(today, -70) };
    case 9:
      return { workingKiosks: null, asOf: addDays(today, -160) };
    case 10:
      return { workStartedOn: null, urbanRolloutComplete: null };
    default:
      return {};
  }
}

/** The window that is open on the day of the demo and about to close, and the one of the year before. */
export function demoWindows(today: IsoDate): [previous: MigrationWindow, current: MigrationWindow] {
  return [
    window('previous', addDays(today, -400), 90, today),
    window('current', addDays(today, -52), 57, today),
  ];
}

function window(name: string, from: IsoDate, days: number, asOf: IsoDate): MigrationWindow {
  const year = from.slice(0, 4);
  return {
    id: `window-${name}`,
    from,
    to: addDays(from, days),
    orderNo: `नमूना/${year}/माइग्रेशन-${name === 'current' ? 2 : 1}`,
    orderDate: addDays(from, -7),
    asOf,
  };
}

export const demoRuleSet: RuleSet = {
  id: 'rules-1',
  version: 1,
  orderNo: 'नमूना/2024/नियम-1',
  orderDate: '2024-03-11',
  effectiveFrom: '2024-04-01',
  minimumKiosks: 20,
  minimumMonths: 3,
  maximumMigrations: 3,
  fees: [50_000, 100_000, 200_000],
};
