import type { LocalEntry, LocalKind } from '../../../shared/domain/local-addition.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import { parseDate, type DateFault } from '../../../shared/text/parse-date.ts';

/** The kinds that are typed; the logo is a file and has a form of its own. */
export type TypedKind = Exclude<LocalKind, 'logo'>;

/** Everything typed, whatever the kind: what was written stays when the officer looks at another kind. */
export interface TypedEntry {
  date: string;
  hi: string;
  en: string;
  number: string;
}

export const emptyEntry: TypedEntry = { date: '', hi: '', en: '', number: '' };

export interface EntryFaults {
  date?: DateFault;
  text?: 'missing' | 'too-many-lines';
  number?: 'missing';
}

const mostLines = 6;
const shortestNumber = 3;

/** Makes an entry of what was typed, or says what is wrong and at which field. */
export function entryOf(
  kind: TypedKind,
  typed: TypedEntry,
): { ok: true; entry: LocalEntry } | { ok: false; faults: EntryFaults } {
  const date = parseDate(typed.date);
  const text: Bilingual = { hi: typed.hi.trim(), en: typed.en.trim() };
  const number = typed.number.trim();
  const lines = linesOf(typed);
  const faults: EntryFaults = {
    ...(hasDate(kind) && !date.ok && { date: date.fault }),
    ...(text.hi === '' && text.en === '' && { text: 'missing' as const }),
    ...(kind === 'letterhead' && lines.length > mostLines && { text: 'too-many-lines' as const }),
    ...(kind === 'helpline' && number.length < shortestNumber && { number: 'missing' as const }),
  };
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  switch (kind) {
    case 'holiday':
    case 'working-day':
      return { ok: true, entry: { kind, date: date.ok ? date.date : '', name: text } };
    case 'helpline':
      return { ok: true, entry: { kind, label: text, number } };
    case 'letterhead':
      return { ok: true, entry: { kind, lines } };
    case 'signing-title':
      return { ok: true, entry: { kind, title: text } };
  }
}

export function hasDate(kind: TypedKind): boolean {
  return kind === 'holiday' || kind === 'working-day';
}

/** Line by line, Hindi beside English; where one language has fewer lines, the rest stand in the other alone. */
function linesOf({ hi, en }: TypedEntry): Bilingual[] {
  const [hindi, english] = [hi, en].map((text) => text.split('\n').map((line) => line.trim()));
  const count = Math.max(hindi?.length ?? 0, english?.length ?? 0);
  return Array.from({ length: count }, (_, index) => ({
    hi: hindi?.[index] ?? '',
    en: english?.[index] ?? '',
  })).filter((line) => line.hi !== '' || line.en !== '');
}
