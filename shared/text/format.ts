import type { Bilingual, Instant, IsoDate, Language, Paise } from '../domain/values.ts';

/** House style in both languages: dd/mm/yyyy, Western digits, Indian grouping, the time in India. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Kolkata',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const grouped = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 });
const rupees = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 });

/** `2026-03-17` → `17/03/2026`. */
export function formatDate(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

function clockParts(at: Instant): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
}

/** `17/03/2026 14:05`, in Indian time. */
export function formatInstant(at: Instant): string {
  const part = clockParts(at);
  return `${part['day']}/${part['month']}/${part['year']} ${part['hour']}:${part['minute']}`;
}

/** `14:05`, or `14:05:09` where seconds matter. */
export function formatTime(at: Instant, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const part = clockParts(at);
  const minutes = `${part['hour']}:${part['minute']}`;
  return precision === 'minutes' ? minutes : `${minutes}:${part['second']}`;
}

/** The time alone when it was on that day in India, else the date too: a strip has little room. */
export function formatRecent(at: Instant, today: IsoDate): string {
  const part = clockParts(at);
  const isToday = `${part['year']}-${part['month']}-${part['day']}` === today;
  return isToday ? formatTime(at) : formatInstant(at);
}

/** Whole numbers with Indian grouping: `1,23,456`. */
export function formatNumber(value: number): string {
  return grouped.format(value);
}

/** Paise → `₹1,23,456.50`; negative amounts keep their sign before the ₹. */
export function formatRupees(amount: Paise): string {
  const sign = amount < 0 ? '−' : '';
  return `${sign}₹${rupees.format(Math.abs(amount) / 100)}`;
}

/** Bytes as kB and MB of 1,000, as networks are sold. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${grouped.format(bytes)} B`;
  if (bytes < 1_000_000) return `${oneDecimal.format(bytes / 1000)} kB`;
  return `${oneDecimal.format(bytes / 1_000_000)} MB`;
}

/** Milliseconds left → `9:05`; never negative. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The text in the wanted language; the other one where that is empty, so that nothing is shown as blank. */
export function inLanguage(text: Bilingual, language: Language): string {
  const [first, second] = language === 'hi' ? [text.hi, text.en] : [text.en, text.hi];
  return first.trim() === '' ? second : first;
}
