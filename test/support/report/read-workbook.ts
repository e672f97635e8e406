import { strFromU8, unzipSync } from 'fflate';

/** A cell as the file has it: a number with the format it is shown in, or a text. */
export type WorkbookCell = { number: number; format: string } | { text: string } | null;

export interface WorkbookSheet {
  name: string;
  rows: WorkbookCell[][];
}

/**
 * Reads an XLSX workbook's cells from its XML, by the format's own rules and without the library that wrote it.
 * @throws when it holds a formula, or when a part that is pointed to is missing.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookSheet[] {
  const parts = unzipSync(bytes);
  const read = (path: string) => {
    const part = parts[path];
    if (!part) throw new Error(`The workbook has no ${path}, only ${Object.keys(parts).join(', ')}`);
    return strFromU8(part);
  };
  const targets = new Map(
    tags(read('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.get('Id'),
      attributes.get('Target'),
    ]),
  );
  const shared = parts['xl/sharedStrings.xml'] ? tags(read('xl/sharedStrings.xml'), 'si').map(textOf) : [];
  const formats = formatsOf(read('xl/styles.xml'));
  return tags(read('xl/workbook.xml'), 'sheet').map(({ attributes }) => {
    const target = targets.get(attributes.get('r:id')) ?? '';
    const xml = read(`xl/${target.replace(/^\/?(xl\/)?/, '')}`);
    if (/<f[ >]/.test(xml)) throw new Error(`The sheet ${target} holds a formula`);
    const rows = tags(xml, 'row').map((row) =>
      tags(row.inner, 'c').map((cell) => cellOf(cell, shared, formats)),
    );
    return { name: plain(attributes.get('name') ?? ''), rows };
  });
}

interface Tag {
  attributes: Map<string, string>;
  inner: string;
}

function tags(xml: string, name: string): Tag[] {
  const found = xml.matchAll(new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g'));
  return [...found].map(([, head = '', inner = '']) => ({
    attributes: new Map(
      [...head.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    ),
    inner,
  }));
}

function cellOf(
  { attributes, inner }: Tag,
  shared: readonly string[],
  formats: readonly string[],
): WorkbookCell {
  const value = tags(inner, 'v')[0]?.inner;
  const type = attributes.get('t');
  if (type === 's') return { text: shared[Number(value)] ?? '' };
  if (type === 'inlineStr') return { text: textOf({ attributes, inner }) };
  if (value === undefined) return null;
  return { number: Number(value), format: formats[Number(attributes.get('s') ?? 0)] ?? '' };
}

function textOf({ inner }: Tag): string {
  return plain(
    tags(inner, 't')
      .map((part) => part.inner)
      .join(''),
  );
}

/** The number format of each cell style. */
function formatsOf(styles: string): string[] {
  const codes = new Map(
    tags(styles, 'numFmt').map(({ attributes }) => [
      attributes.get('numFmtId'),
      plain(attributes.get('formatCode') ?? ''),
    ]),
  );
  const cells = tags(styles, 'cellXfs')[0]?.inner ?? '';
  return tags(cells, 'xf').map(({ attributes }) => codes.get(attributes.get('numFmtId')) ?? '');
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The serial number of a workbook's day → `dd/mm/yyyy`. */
export function dayOfSerial(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').reverse().join('/');
}
