import { readFileSync } from 'node:fs';
import { districtId } from '../../../shared/domain/ids.ts';
import type { DistrictRecord, Helpline, SigningTitle } from '../../../shared/domain/master.ts';
import type { Bilingual, IsoDate } from '../../../shared/domain/values.ts';

/** All districts of the state, and those that were abolished on 28/12/2024 with their successors. */
export function demoDistrictRecords(asOf: IsoDate): DistrictRecord[] {
  return [
    ...csvRows('districts.csv').map((row) => present(row, asOf)),
    ...csvRows('districts-historic.csv').map((row) => historic(row, asOf)),
  ];
}

function present([en = '', hi = '', lgd = '', census = '', , , written = '']: string[], asOf: IsoDate) {
  return {
    id: idOf(en),
    name: { hi, en },
    lgdCode: codeOf(lgd),
    censusCode: codeOf(census),
    alsoWritten: written
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each.length > 0),
    ...{ abolished: false, successors: [], successorCertain: true, asOf },
  };
}

function historic([en = '', hi = '', successors = '', certain = '']: string[], asOf: IsoDate) {
  return {
    id: idOf(en),
    name: { hi, en },
    ...{ lgdCode: null, censusCode: null, alsoWritten: [], abolished: true },
    successors: successors.split('|').map(idOf),
    successorCertain: certain === 'yes',
    asOf,
  };
}

/** A code that was never given stays unknown: it is not guessed. */
function codeOf(text: string): number | null {
  return text === '' ? null : Number(text);
}

function idOf(nameEn: string): DistrictRecord['id'] {
  return districtId.parse(nameEn.trim().toLowerCase().replaceAll(' ', '-'));
}

function csvRows(name: string): string[][] {
  const file = readFileSync(new URL(`../../../shared/data/${name}`, import.meta.url), 'utf8');
  const lines = file.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => Array.from(line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g), fieldOf));
}

function fieldOf([, quoted, bare]: RegExpMatchArray): string {
  return quoted ?? bare ?? '';
}

/** The process description and the portal's header give different numbers: both are told, with where they are from. */
export function demoHelplines(asOf: IsoDate): Helpline[] {
  const inHeader = (number: number): Bilingual => ({
    hi: `ई-मित्र पोर्टल के शीर्ष पर दिया नंबर ${String(number)}`,
    en: `Number ${String(number)} in the header of the e-Mitra portal`,
  });
  const described = {
    hi: 'प्रक्रिया विवरण में दी गई हेल्पलाइन',
    en: 'Helpline given in the process description',
  };
  return [
    { id: 'helpline-process', label: described, number: '0141-5153222', asOf },
    { id: 'helpline-portal-1', label: inHeader(1), number: '0141-2922241', asOf },
    { id: 'helpline-portal-2', label: inHeader(2), number: '0141-2922238', asOf },
  ];
}

export function demoSigningTitles(asOf: IsoDate): SigningTitle[] {
  return [
    title('district-emitra-manager', 'जिला ई-मित्र प्रबंधक', 'District eMitra Manager'),
    title('acp', 'एनालिस्ट-कम-प्रोग्रामर (एसीपी)', 'Analyst-cum-Programmer (ACP)'),
    title('deputy-director', 'उप निदेशक', 'Deputy Director'),
    title('joint-director', 'संयुक्त निदेशक', 'Joint Director'),
    title('programmer', 'प्रोग्रामर', 'Programmer'),
  ].map((each) => ({ ...each, asOf }));
}

function title(id: string, hi: string, en: string): SigningTitle {
  return { id, title: { hi, en } };
}
