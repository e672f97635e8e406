import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { drawQr } from '../../support/corpus/codes/draw-qr.ts';
import { makeSecureQr, secureQrText } from '../../support/corpus/codes/secure-qr.ts';
import { damagePicture } from '../../support/corpus/damage.ts';
import { makeEkyc } from '../../support/corpus/files/ekyc-zip.ts';
import { makeRasterPdf } from '../../support/corpus/files/pdf.ts';
import { drawPaper, type SamplePaperKind } from '../../support/corpus/papers.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';
import { testAuthority } from '../../support/corpus/test-authority.ts';
import { runDesk } from './run-desk.ts';

const person = samplePerson(31);
const folder = mkdtempSync(join(tmpdir(), 'desk-check-'));
const at = (...names: string[]) => join(folder, ...names);
const trust = at('authority.pem');

const timeout = 300_000;
const date = z.iso.date();
const last4 = z.string().regex(/^\d{4}$/);
const fraction = z.number().min(0).max(1);
/** As the verb is described: what does not apply is left out, and nothing else stands there. */
const printed = z.strictObject({
  documents: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.enum(['aadhaar', 'pan', 'form', 'ekyc', 'unknown']),
      qr: z
        .strictObject({
          found: z.boolean(),
          version: z.string().optional(),
          signature: z.enum(['valid', 'invalid', 'cannot-verify']).optional(),
          certificateSha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional(),
          referenceDate: date.optional(),
          last4: last4.optional(),
          name: z.string().optional(),
          dob: date.optional(),
        })
        .optional(),
      ocr: z
        .strictObject({
          last4: last4.optional(),
          pan: z.string().length(10).optional(),
          name: z.string().optional(),
          nameHindi: z.string().optional(),
          fatherName: z.string().optional(),
          dob: date.optional(),
        })
        .optional(),
      checks: z.array(
        z.strictObject({
          id: z.string(),
          result: z.enum(['pass', 'look', 'fail', 'unknown']),
          why: z.string().min(1),
        }),
      ),
      masked: z
        .strictObject({
          file: z.string().optional(),
          files: z.array(z.string()).min(2).optional(),
          regions: z.array(
            z.strictObject({
              what: z.enum(['number', 'virtual-id', 'xml-qr', 'by-hand']),
              page: z.int(),
              ...{ x: fraction, y: fraction, width: fraction, height: fraction },
            }),
          ),
          residue: z.int(),
        })
        .optional(),
      warnings: z.array(z.string()),
    }),
  ),
});

async function check(...args: string[]) {
  const run = await runDesk('check-document', ...args);
  expectNoNumber(JSON.stringify(run.json), run.sentence);
  const { documents } = printed.parse(run.json);
  return { ...run, documents };
}

/** Compared as truths, so that a failing test prints no number. */
function expectNoNumber(...texts: string[]): void {
  for (const text of texts) {
    expect(/\d{12}/.test(text.replace(/"certificateSha256":"[^"]*"/g, '')), 'twelve digits in a row').toBe(
      false,
    );
    expect(containsAadhaarNumber(text), 'a number').toBe(false);
    expect(text.replace(/\s/g, '').includes(person.aadhaar()), 'the number').toBe(false);
  }
}

async function writeCard(path: string, kind: SamplePaperKind): Promise<void> {
  const { sheets } = await drawPaper(kind, person);
  const [sheet] = sheets;
  if (sheet) writeFileSync(path, (await damagePicture(sheet, 'scan', 5)).bytes);
}

async function writeCode(path: string, text: string): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="740" height="740">${drawQr(text, 20, 20, 700)}</svg>`;
  writeFileSync(path, await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png().toBuffer());
}

beforeAll(async () => {
  mkdirSync(at('front'));
  mkdirSync(at('back'));
  writeFileSync(trust, testAuthority().certificatePem);
  await writeCard(at('front', 'card.jpg'), 'aadhaar-front');
  await writeCard(at('back', 'card.jpg'), 'aadhaar-back');
  await writeCard(at('pan.jpg'), 'pan');
}, timeout);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check-document, as its own process', { timeout }, () => {
  it('says what each file is, and writes masked copies of two files of one name apart', async () => {
    const files = [at('front', 'card.jpg'), at('back', 'card.jpg'), at('pan.jpg')];
    const before = files.map((file) => readFileSync(file));
    const out = at('masked');
    const { documents, exit, sentence } = await check(...files, '--trust', trust, '--masked-out', out);
    expect(documents.map(({ file }) => file)).toEqual(files);
    expect(documents.map(({ kind }) => kind)).toEqual(['aadhaar', 'aadhaar', 'pan']);
    const [front, back, pan] = documents;
    const number = person.aadhaar().slice(-4);
    expect(front?.ocr).toMatchObject({ last4: number, dob: person.bornOn });
    expect(back?.qr).toEqual({
      found: true,
      version: 'V2',
      signature: 'valid',
      certificateSha256: testAuthority().certificateSha256.toLowerCase(),
      referenceDate: '2024-03-15',
      last4: number,
      name: person.name.en,
      dob: person.bornOn,
    });
    expect(pan?.ocr).toMatchObject({ pan: person.pan, dob: person.bornOn });
    expect(pan?.checks).toContainEqual(expect.objectContaining({ id: 'pan-structure', result: 'pass' }));
    expect(pan?.checks.map(({ id }) => id)).toContain('dob-aadhaar-pan');
    expect([front, back].map((each) => each?.masked?.residue)).toEqual([0, 0]);
    expect(front?.masked?.regions.map(({ what }) => what)).toContain('number');
    const copies = documents.map(({ masked }) => masked?.file ?? '');
    expect(copies[0]).toBe(join(out, 'card.png'));
    expect(new Set(copies).size).toBe(3);
    for (const copy of copies) expect((await sharp(copy).metadata()).format).toBe('png');
    expect(files.map((file, place) => readFileSync(file).equals(before[place] ?? Buffer.alloc(0)))).toEqual(
      Array(3).fill(true),
    );
    for (const card of [front, back])
      expect(card?.checks).toContainEqual(
        expect.objectContaining({ id: 'aadhaar-one-person', result: 'pass' }),
      );
    expect(sentence).toContain("3 files examined as one applicant's papers");
    expect(exit).toBe(0);
  });

  it('prints a form of two pages with both its copies, and never writes over what it was given', async () => {
    const { sheets } = await drawPaper('form', person);
    const pictures = await Promise.all(sheets.map((sheet) => damagePicture(sheet, 'scan', 6)));
    writeFileSync(at('form.pdf'), await makeRasterPdf(pictures));
    await writeCode(at('code.png'), 'नमूना');
    symlinkSync(folder, at('link'));
    const before = readFileSync(at('code.png'));
    const { documents, exit } = await check(at('form.pdf'), at('code.png'), '--masked-out', at('link'));
    expect(documents[0]).toMatchObject({ kind: 'form', qr: { found: false } });
    expect(documents[0]?.ocr).toMatchObject({ pan: person.pan, dob: person.bornOn });
    const pages = [at('link', 'form-1.png'), at('link', 'form-2.png')];
    expect(documents[0]?.masked).toMatchObject({ file: pages[0], files: pages });
    expect(documents[1]).toMatchObject({ kind: 'unknown', qr: { found: false } });
    expect(documents[1]?.masked?.file).toBe(at('link', 'code-masked.png'));
    expect(readFileSync(at('code.png')).equals(before)).toBe(true);
    expect(exit).toBe(0);
  });

  it('tells genuine, altered and unknown signatures apart', async () => {
    const { signedData, signature, text } = await makeSecureQr(person);
    const changed = signedData.map((byte, place) => (place === 30 ? byte ^ 1 : byte));
    await writeCode(at('genuine.png'), text);
    await writeCode(at('altered.png'), secureQrText(changed, signature));
    const fixture = (name: string) => new URL(`../../fixtures/aadhaar/${name}`, import.meta.url);
    await writeCode(at('published.png'), readFileSync(fixture('secure-qr-test-v2.txt'), 'utf8').trim());
    const files = ['genuine.png', 'altered.png', 'published.png'].map((name) => at(name));
    const alone = await check(...files);
    expect(alone.documents.map(({ qr }) => qr?.signature)).toEqual(Array(3).fill('cannot-verify'));
    expect(alone.documents.map(({ qr }) => qr?.certificateSha256)).toEqual(Array(3).fill(undefined));
    const certificates = [trust, fixture('secure-qr-test-v2-certificate.pem').pathname];
    const trusted = await check(...files, ...certificates.flatMap((file) => ['--trust', file]));
    expect(trusted.documents.map(({ qr }) => qr?.signature)).toEqual(['valid', 'invalid', 'valid']);
    expect(trusted.documents[1]?.checks).toContainEqual(
      expect.objectContaining({ id: 'aadhaar-signature', result: 'fail' }),
    );
    expect(trusted.exit).toBe(1);
  });

  it('opens an e-KYC file with its share code, and names what cannot be looked into', async () => {
    writeFileSync(at('offline.zip'), (await makeEkyc(person, { shareCode: '2468' })).bytes);
    writeFileSync(at('broken.pdf'), '%PDF-1.7 and nothing more');
    writeFileSync(at('empty.jpg'), '');
    const right = await check(at('offline.zip'), '--share-code', '2468', '--trust', trust);
    expect(right.documents[0]).toMatchObject({
      kind: 'ekyc',
      qr: { found: true, signature: 'valid', name: person.name.en },
    });
    expect(right.exit).toBe(0);
    const wrong = await check(
      ...[at('offline.zip'), at('broken.pdf'), at('empty.jpg')],
      ...['--share-code', '1357'],
    );
    expect(wrong.documents.map(({ warnings }) => warnings)).toEqual([
      ['wrong-share-code'],
      ['damaged'],
      ['empty'],
    ]);
    expect(wrong.documents.map(({ checks }) => checks[0]?.result)).toEqual(Array(3).fill('fail'));
    expect(wrong.sentence).toContain('3 could not be looked into');
    expect(wrong.sentence).not.toContain('no check failed');
    expect(wrong.exit).toBe(1);
    const none = await check(at('offline.zip'));
    expect(none.documents[0]?.warnings).toEqual(['share-code-needed']);
  });

  it('names the file whose copy cannot be written, reads one far down in folders, and goes on', async () => {
    const long = at(`${'a'.repeat(247)}.png`);
    const deep = at(...Array<string>(5).fill('ordner'.repeat(40)));
    mkdirSync(deep, { recursive: true });
    for (const file of [long, join(deep, 'deep.png')]) await writeCode(file, 'नमूना');
    // A copy beside its file gets a longer name than the file, which no disk takes.
    const { documents, sentence, exit } = await check(long, join(deep, 'deep.png'), '--masked-out', folder);
    expect(documents.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
    expect(documents[0]?.warnings).toEqual(['masked-not-written']);
    expect(documents[0]?.masked?.file).toBeUndefined();
    expect(documents[1]?.masked?.file).toBe(at('deep.png'));
    expect(sentence).toContain('1 could not be written masked');
    expect(exit).toBe(1);
  });

  it.each<[string, string[], string]>([
    ['no file', [], 'FILE'],
    ['a file that is not there', [at('nowhere.jpg')], 'FILE'],
    ['a file that is named after a number and is not there', [at(`${aadhaarLikeNumber()}.jpg`)], 'FILE'],
    ['a folder', [folder], 'FILE'],
    ['an option that is not known', [at('pan.jpg'), '--loud'], 'arguments'],
    ['an option without its value', [at('pan.jpg'), '--share-code'], 'arguments'],
    ['a certificate that is not there', [at('pan.jpg'), '--trust', at('nowhere.pem')], '--trust'],
    ['a certificate that is none', [at('pan.jpg'), '--trust', at('pan.jpg')], '--trust'],
    ['a folder that is a file', [at('pan.jpg'), '--masked-out', at('pan.jpg')], '--masked-out'],
    ['a share code that is none', [at('pan.jpg'), '--share-code', 'x'.repeat(101)], '--share-code'],
    ['fifty-one files', Array<string>(51).fill(at('pan.jpg')), 'FILE'],
  ])('refuses %s', async (_what, args, path) => {
    const { exit, json, sentence } = await runDesk('check-document', ...args);
    expect(json).toMatchObject({ error: { kind: 'bad-input', path } });
    expectNoNumber(JSON.stringify(json), sentence);
    expect(sentence.trim().split('\n')).toHaveLength(1);
    expect(exit).toBe(2);
    expect(existsSync(at('pan.jpg'))).toBe(true);
  });
});
