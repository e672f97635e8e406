import { digitLike, digitOf } from './digit-signs.ts';

/**
 * The first date in a text as ISO: dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy or yyyy-mm-dd, in Western or Devanagari digits,
 * also with a space or a lost stroke between the parts. Null where there is none, or where the day does not exist.
 */
export function readDate(text: string): string | null {
  const plain = Array.from(text, (sign) => digitOf(sign) ?? sign).join('');
  const dates = [
    ...Array.from(plain.matchAll(/(?<!\d)(\d{2})\s?[/\-.|]\s?(\d{2})\s?[/\-.|]\s?(\d{4})(?!\d)/g)).map(
      ([, day, month, year]) => asIsoDate(year, month, day),
    ),
    ...Array.from(plain.matchAll(/(?<!\d)(\d{4})[/\-.](\d{2})[/\-.](\d{2})(?!\d)/g)).map(
      ([, year, month, day]) => asIsoDate(year, month, day),
    ),
  ].filter((date) => date !== null);
  return dates[0] ?? readWornDate(plain);
}

/** Strokes read as 1 or lost, letters for digits: only where the whole still has the shape of a date. */
function readWornDate(text: string): string | null {
  const signs = Array.from(text.replace(/\s+/g, ''), (sign) => (/[/\-.|]/.test(sign) ? '/' : sign)).join('');
  const match =
    /([0-9OIlZSB|]{2})([/1Il]?)([0-9OIlZSB]{2})([/1Il]?)((?:19|20|I9|l9|2O)[0-9OIlZSB]{2})(?![0-9])/.exec(
      signs,
    );
  if (match === null || (match[2] === '' && match[4] === '')) return null;
  const [day, month, year] = [match[1], match[3], match[5]].map((part) =>
    Array.from(part ?? '', (sign) => digitLike(sign) ?? '').join(''),
  );
  return asIsoDate(year, month, day);
}

function asIsoDate(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month}-${day}`;
  const isReal = Number(year) >= 1900 && Number(year) < 2100 && date.toISOString().startsWith(iso);
  return isReal ? iso : null;
}
