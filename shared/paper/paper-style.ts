import { fillText } from '../text/fill-text.ts';
import { fontFiles } from './font-files.ts';
import type { Block, Paper } from './paper.ts';
import { paperText } from './paper-text.ts';
import { paperWords } from './paper-words.ts';

/**
 * How papers look: A4, black on white for a mono laser, lines high enough for Devanagari (its ink reaches 1.24 em),
 * heads of tables on each page, no row over two pages, no signature alone on one, no word wider than its place. On a
 * wide page facts stand in two columns.
 */
const base = `
html { font: 10.5pt/1.55 "Desk Devanagari", "Desk Latin", sans-serif; color: #000; background: #fff; }
body, p, h1, h2, figure, ol, ul, table { margin: 0; padding: 0; }
body { overflow-wrap: anywhere; }
p, td, th, li { white-space: pre-line; }
main > * + * { margin-top: 2.6mm; }
main > h2 + * { margin-top: 1mm; }
header { display: flex; gap: 5mm; align-items: center; justify-content: center; border-bottom: 0.5mm solid #000; padding-bottom: 2.5mm; text-align: center; }
header img { max-width: 24mm; max-height: 24mm; }
header p { font-size: 10.5pt; }
header p:first-child { font-size: 13.5pt; font-weight: 700; }
h1 { font-size: 15pt; font-weight: 700; text-align: center; break-after: avoid; }
h2 { font-size: 11.5pt; font-weight: 700; break-after: avoid; }
.w { display: inline-block; max-width: 100%; }
.ends { display: flex; justify-content: space-between; gap: 8mm; font-weight: 700; }
.strong { font-weight: 700; }
.small { font-size: 9pt; }
p { orphans: 2; widows: 2; }
.notice { border: 0.6mm solid #000; padding: 2mm 3mm; break-inside: avoid; }
ol, ul { padding-inline-start: 7mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: start; vertical-align: top; padding: 0.9mm 1.6mm; }
th { font-weight: 700; }
tr { break-inside: avoid; }
.grid thead, .grid thead tr { break-after: avoid; }
.grid tbody tr:first-child, .grid tbody tr:last-child { break-before: avoid; }
.facts th { width: 32%; }
.facts.long th { width: 50%; }
.landscape .sums { break-inside: avoid; columns: 2; column-gap: 12mm; }
.landscape .facts th { width: 70%; }
.facts th, .facts td { padding-block: 0.6mm; border-bottom: 0.2mm solid #999; }
.grid { font-size: 9.5pt; }
.grid caption { text-align: start; font-weight: 700; font-size: 11.5pt; padding-bottom: 1mm; break-after: avoid; }
.grid thead { display: table-header-group; }
.grid th, .grid td { border: 0.25mm solid #555; }
.grid thead th { border-bottom-width: 0.5mm; }
.grid .end { text-align: end; }
.totals td { font-weight: 700; }
.closing { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; break-inside: avoid; break-before: avoid; }
figure { width: 56mm; flex: none; }
figure svg { display: block; width: 56mm; height: 56mm; }
figcaption { font-size: 8pt; }
.signature { text-align: center; min-width: 60mm; padding-top: 13mm; }
.watermark { position: fixed; top: 42%; left: 0; right: 0; text-align: center; font-size: 76pt; font-weight: 700; color: #ddd; rotate: -28deg; z-index: -1; }
`;

/** Spaces, digits and signs of both fonts stand in the Latin one: Hindi is written with Western digits. */
const ranges = {
  devanagari: 'U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20A8,U+20B9,U+25CC,U+A830-A839,U+A8E0-A8FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2010-206F,U+20AC,U+2122,U+2212',
};

/** The whole style of one paper: its columns and its feet are its own. */
export function paperStyle(paper: Paper): string {
  return [...fontFaces(), base, ...paper.blocks.map(columnWidths), pageRule(paper)].join('');
}

function fontFaces(): string[] {
  return Object.entries(fontFiles).map(([name, file]) => {
    const [script, weight] = name.split('-') as [keyof typeof ranges, string];
    const family = script === 'latin' ? 'Desk Latin' : 'Desk Devanagari';
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${file}) format("woff2");unicode-range:${ranges[script]}}`;
  });
}

function columnWidths(block: Block, index: number): string {
  if (block.kind !== 'table') return '';
  return block.columns
    .map(({ width }, at) => `.t${index} col:nth-child(${at + 1}){width:${width}%}`)
    .join('');
}

function pageRule({ language, landscape, footer }: Paper): string {
  const words = paperWords(language);
  const page = fillText(words.page, { page: '\u0001', pages: '\u0002' })
    .split(/([\u0001\u0002])/)
    .map((part) =>
      part === '\u0001' ? 'counter(page)' : part === '\u0002' ? 'counter(pages)' : cssString(part),
    );
  const font = 'font:8.5pt/1.5 "Desk Devanagari","Desk Latin",sans-serif';
  return [
    `@page{size:A4 ${landscape ? 'landscape' : 'portrait'};margin:14mm 15mm 17mm 18mm;`,
    `@bottom-left{content:${cssString(footer)};${font};width:75%}`,
    `@bottom-right{content:${page.join(' ')};${font}}}`,
  ].join('');
}

/** Every character by its number but for letters and digits: nothing of a text can end the string. */
function cssString(text: string): string {
  const signs = Array.from(paperText(text), (sign) =>
    /[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16).padStart(6, '0')}`,
  );
  return `"${signs.join('')}"`;
}
