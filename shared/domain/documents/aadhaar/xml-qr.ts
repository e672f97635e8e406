import { passesVerhoeff } from '../../verhoeff.ts';
import type { PersonData } from './data-fields.ts';

export interface XmlQr {
  person: PersonData;
  /** Of the full number, which itself never leaves this file. */
  numberCheck: 'passes' | 'fails' | 'not-read';
}

/** No QR code holds more text. */
const mostText = 8 * 1024;

export function looksLikeXmlQr(text: string): boolean {
  return /<\s*PrintLetterBarcodeData\b/i.test(text.slice(0, mostText));
}

/**
 * Reads the old QR code of Aadhaar letters: one XML element, unsigned, with the **full number** in `uid`. Its attributes
 * are taken by a fixed pattern and not by an XML parser: there is nothing to expand or to fetch, and the malformed ones
 * that were printed (`</?xml …`, unescaped signs in values) are read all the same.
 *
 * @returns null where it declares a document type or an entity, is too long or no such element.
 */
export function parseXmlQr(text: string): XmlQr | null {
  if (text.length > mostText || /<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) return null;
  const element = /<\s*PrintLetterBarcodeData\b([^]*)$/i.exec(text)?.[1];
  if (element === undefined) return null;
  const attributes = attributesOf(element);
  const of = (name: string) => attributes.get(name) ?? '';
  const number = of('uid').replace(/[\s-]/g, '');
  const isFull = /^\d{12}$/.test(number);
  const address = ['house', 'street', 'lm', 'loc', 'vtc', 'po', 'subdist', 'dist', 'state', 'pc'];
  return {
    person: {
      last4: /\d{4}$/.exec(number)?.[0] ?? '',
      name: of('name'),
      dob: of('dob').replace(/\//g, '-'),
      gender: of('gender').slice(0, 1),
      careOf: of('co') || of('gname'),
      address: address.map(of).filter((part) => part !== ''),
      mobileLast4: '',
    },
    numberCheck: isFull ? (/^[2-9]/.test(number) && passesVerhoeff(number) ? 'passes' : 'fails') : 'not-read',
  };
}

/** The first of each name counts, as the card's own text stands first. */
function attributesOf(element: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { 1: name = '', 2: quoted = '', 3: single = '' } of element.matchAll(
    /([A-Za-z_]{1,20})\s{0,4}=\s{0,4}(?:"([^"]{0,500})"|'([^']{0,500})')/g,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, withoutEscapes(quoted || single));
  }
  return found;
}

/** The five escapes of XML, once: what comes out is not looked at again. */
function withoutEscapes(value: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => signs[name] ?? whole);
}
