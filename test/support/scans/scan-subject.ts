import { createHash } from 'node:crypto';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';

/** Whose papers are drawn: what stands on them equals what stands in the request. */
export interface ScanSubject {
  request: Pick<
    MigrationRequest,
    | 'id'
    | 'requestNo'
    | 'kioskCode'
    | 'centreName'
    | 'applicant'
    | 'block'
    | 'area'
    | 'reason'
    | 'applicationDate'
    | 'migrationsBefore'
    | 'fee'
  >;
  district: Bilingual;
  currentLsp: Bilingual;
  targetLsp: Bilingual;
}

/** What the request does not say and a card shows, made up from the request's id. */
export interface MadeUp {
  /** Only ever the last four: the rest of the number does not exist. */
  aadhaarLast4: string;
  /** Of the right form; 0000 is never given to anybody. */
  pan: string;
  bornOn: string;
  fatherName: Bilingual;
  /** The same numbers each time, from 0 to 1. */
  next: () => number;
}

const fathers: Bilingual[] = [
  { hi: 'रामलाल', en: 'Ramlal' },
  { hi: 'हीरालाल', en: 'Hiralal' },
  { hi: 'मोहन लाल', en: 'Mohan Lal' },
  { hi: 'बद्री प्रसाद', en: 'Badri Prasad' },
  { hi: 'छगन लाल', en: 'Chhagan Lal' },
];

export function madeUp({ request }: ScanSubject): MadeUp {
  const bytes = createHash('sha256').update(request.id).digest();
  let place = 0;
  const next = () => {
    place = (place + 1) % bytes.length;
    return (bytes[place] ?? 0) / 256;
  };
  const surname = request.applicant.name.en.split(' ').at(-1) ?? 'X';
  const father = fathers[Math.floor(next() * fathers.length)] ?? { hi: '', en: '' };
  const familyHi = request.applicant.name.hi.split(' ').at(-1) ?? '';
  return {
    aadhaarLast4: String(1000 + Math.floor(next() * 9000)),
    pan: `SAMP${surname.charAt(0).toUpperCase()}0000${String.fromCharCode(65 + Math.floor(next() * 26))}`,
    bornOn: `${day(next(), 28)}/${day(next(), 12)}/${1966 + Math.floor(next() * 34)}`,
    fatherName: { hi: `${father.hi} ${familyHi}`, en: `${father.en} ${surname}` },
    next,
  };
}

function day(share: number, most: number): string {
  return String(1 + Math.floor(share * most)).padStart(2, '0');
}

/** dd/mm/yyyy, as Indian forms write it. */
export function printedDate(date: string): string {
  return date.split('-').reverse().join('/');
}
