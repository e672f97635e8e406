import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printPaper } from '../../../electron/paper/print-paper.ts';
import { paperHtml } from '../../../shared/paper/paper-html.ts';
import { startChromiumPress, type ChromiumPress } from '../../support/paper/chromium-press.ts';
import { pdfPicture, pdfInfo, pdfStructure, pdfWords } from '../../support/paper/read-pdf.ts';
import { sampleNames } from '../../support/paper/sample-names.ts';
import {
  sampleContent,
  sampleOffice,
  sampleOrder,
  sampleProof,
  sampleRegister,
} from '../../support/paper/sample-papers.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

let chromium: ChromiumPress;
beforeAll(async () => {
  chromium = await startChromiumPress();
});
afterAll(() => chromium.close());

const madeAt = '2026-10-13T09:30:00.000Z';
const order = (remarks: string) => sampleOrder('hi', 'reject', { content: sampleContent({ remarks }) });

describe('hostile text', () => {
  test('cannot break out of the page', async () => {
    const attack = `</style><script>document.title='x'</script><img src=x onerror=alert(1)>"'&amp;`;
    const centreName = { hi: attack, en: attack };
    const paper = sampleOrder('hi', 'approve', { request: sampleRequest({ centreName }) });
    const html = paperHtml({ ...paper, footer: `"}body{display:none} ${attack}` });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const { bytes } = await printPaper(chromium.press, paper, madeAt);
    expect(pdfWords(bytes)).toContain("</style><script>document.title='x'</script><img");
    expect(pdfInfo(bytes).get('Title')).toBe(paper.title);
    expect(chromium.complaints).toEqual([]);
  });

  test('cannot turn or hide what is read', async () => {
    const { bytes } = await printPaper(
      chromium.press,
      order('प्रथम\u202Eabc\u202C द्वि\u200Bतीय \u0000\u0007अंत\uD800'),
      madeAt,
    );
    const words = pdfWords(bytes);
    expect(words).toContain('प्रथमabc');
    expect(words).toContain('द्वितीय');
    expect(words.join(' ')).not.toMatch(/[\u202A-\u202E\u200B]/);
  });

  test('a word of 500 letters stays between the margins, and no letter is lost', async () => {
    const long = 'क्षत्रिय'.repeat(60);
    const { bytes } = await printPaper(chromium.press, order(`${long} ${'W'.repeat(500)}`), madeAt);
    const text = pdfWords(bytes).join('');
    expect(text).toContain(long);
    expect(text).toContain('W'.repeat(500));
    const { data, info } = await sharp(pdfPicture(bytes, 50))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const edge = Math.floor((12 / 210) * info.width);
    const inMargin = data.filter((grey, at) => grey < 200 && at % info.width >= info.width - edge);
    expect(inMargin).toHaveLength(0);
  });

  test('an Aadhaar number is masked once more', async () => {
    const digits = ['2341', '2341', '2346'].join(' ');
    const { bytes } = await printPaper(chromium.press, order(`नमूना ${digits}`), madeAt);
    expect(pdfWords(bytes).join(' ')).not.toContain(digits);
    expect(pdfWords(bytes).join(' ')).toContain('XXXX XXXX 2346');
  });

  test('remarks of 2,000 letters, signs of other scripts and an empty name still make a paper', async () => {
    const paper = sampleOrder('en', 'return', {
      content: sampleContent({ remarks: 'अ '.repeat(1000), reasonCodes: [], rules: [], checklist: [] }),
      request: sampleRequest({ centreName: { hi: '', en: '' }, block: { hi: '漢字 😀 اردو', en: '' } }),
    });
    const { pages } = await printPaper(chromium.press, paper, madeAt);
    expect(pages).toBeGreaterThan(1);
  });
});

test('the code of an order can be read from the printed page', async () => {
  const paper = sampleOrder('hi', 'return', {
    content: sampleContent({ outcome: 'return', rules: [], overrides: [] }),
  });
  const { bytes, pages } = await printPaper(chromium.press, paper, madeAt);
  expect(pages).toBe(1);
  const { data, info } = await sharp(pdfPicture(bytes, 300))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  expect(code?.data).toBe(sampleProof);
});

test('a logo stands in the letterhead, with words for those who do not see it', async () => {
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const office = { ...sampleOffice, logo: { mime: 'image/png' as const, base64: png.toString('base64') } };
  const { bytes } = await printPaper(chromium.press, sampleOrder('en', 'approve', { office }), madeAt);
  const with0 = await printPaper(chromium.press, sampleOrder('en'), madeAt);
  expect(pdfPicture(bytes, 40).equals(pdfPicture(with0.bytes, 40))).toBe(false);
  expect(pdfStructure(bytes)).toMatch(/Figure/);
  expect(chromium.complaints).toEqual([]);
});

test('a register of 300 rows has its head on each page, and no row is cut', async () => {
  const paper = sampleRegister('hi', sampleNames, 300);
  const { bytes, pages } = await printPaper(chromium.press, paper, madeAt);
  const words = pdfWords(bytes);
  const heads = words.filter((word) => word === 'अभ्युक्ति').length;
  expect(pages).toBeGreaterThan(10);
  expect(heads).toBeGreaterThanOrEqual(pages - 1);
  for (let row = 1; row <= 300; row += 1) {
    expect(words).toContain(`MIG/JAIPUR-A/2026/${String(row).padStart(4, '0')}`);
  }
});

test('the tags hold headings, tables with heads, and the language', async () => {
  const { bytes } = await printPaper(chromium.press, sampleOrder('hi'), madeAt);
  const structure = pdfStructure(bytes);
  for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure']) {
    expect(structure, tag).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
  }
  expect(structure).toContain('/Scope /Column');
});
