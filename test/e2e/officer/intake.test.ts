import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pngBomb } from '../../support/corpus/hostile/picture-bombs.ts';
import { damagePicture } from '../../support/corpus/damage.ts';
import { drawPaper } from '../../support/corpus/papers.ts';
import type { SamplePerson } from '../../support/corpus/person.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { holdsNumber, numberForms } from '../../support/e2e/number-search.ts';
import { openedVault } from '../../support/e2e/opened-vault.ts';
import { paperCases } from '../../support/e2e/paper-cases.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import {
  documentOf,
  keepMasked,
  openIntake,
  openTable,
  readingPatience,
} from '../../support/officer/documents.ts';
import { fetchPaper } from '../../support/officer/papers.ts';
import { backToQueue } from '../../support/officer/reviewing.ts';
import { pdfWords } from '../../support/paper/read-pdf.ts';
import { requestPerson } from '../../support/scans/request-person.ts';

const cases = paperCases({
  picked: { papers: null },
  folder: { papers: null },
  unmasked: { papers: 'unmasked', onlyAadhaar: true },
  blurred: { papers: 'unmasked-blurred', onlyAadhaar: true },
});
const names = ['picked', 'folder', 'unmasked', 'blurred'] as const;

// Everything temporary of the desk lies in one folder, which is searched in the end.
const before = process.env['TMPDIR'];
const whole = mkdtempSync(join(tmpdir(), 'desk-test-intake-'));
const scans = join(whole, 'scans');
mkdirSync(scans);
beforeAll(() => {
  Object.assign(process.env, { TMPDIR: whole, DESK_TEST_OPEN_DIR: scans });
});
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  delete process.env['DESK_TEST_OPEN_DIR'];
  rmSync(whole, { recursive: true, force: true });
});

const scene = useScene({ hasScans: false, requests: 24, shape: cases.shape });
const patience = 2 * readingPatience;
const givenHashes = new Set<string>();

/** The only file that the officer finds in the folder. */
function onlyFile(name: string, bytes: Uint8Array): string {
  for (const other of readdirSync(scans)) rmSync(join(scans, other));
  const file = join(scans, name);
  writeFileSync(file, bytes);
  givenHashes.add(createHash('sha256').update(bytes).digest('hex'));
  return file;
}

async function unmaskedCard(person: SamplePerson): Promise<Uint8Array> {
  const { sheets } = await drawPaper('aadhaar-front', person);
  const [sheet] = sheets;
  if (!sheet) throw new Error('No card was drawn');
  return (await damagePicture(sheet, 'scan', 1)).bytes;
}

test(
  'a file that means harm gets its name in Hindi, and the desk goes on',
  { timeout: patience },
  async () => {
    const { officer, page } = scene;
    onlyFile('namuna.png', pngBomb());
    await openTable(officer, cases.request('picked'));
    await openIntake(officer, 'aadhaar');
    await officer.button('documents', 'intake.pick').click();
    await page
      .locator('.dialog .banner.bad')
      .getByText(officer.text('errors', 'document.fault.too-many-pixels'))
      .waitFor({ timeout: readingPatience });
    await page.locator('.dialog-foot button').first().click();
    await page.locator('.intake-drop').waitFor();
    await page.keyboard.press('Escape');
    await officer.dialog.waitFor({ state: 'detached' });
    await backToQueue(officer);
  },
);

test(
  'a picked card is masked, shown, kept, and is the document’s scan after a power cut',
  { timeout: patience },
  async () => {
    const request = cases.request('picked');
    onlyFile('namuna-aadhaar.jpg', await unmaskedCard(requestPerson(request)));
    await openTable(scene.officer, request);
    await openIntake(scene.officer, 'aadhaar');
    await scene.officer.button('documents', 'intake.pick').click();
    await keepMasked(scene.officer);
    await scene.officer.dialog.waitFor({ state: 'detached' });
    const kept = await documentOf(scene.page, request, 'aadhaar');
    expect(kept).toMatchObject({ origin: 'local', state: 'ready', reading: { kind: 'aadhaar' } });
    expect(kept.reading?.masking).toMatchObject({ residue: 0, wantsHand: false });

    await scene.restart('kill9');
    await scene.officer.signIn();
    await scene.officer.seeQueue();
    await openTable(scene.officer, request);
    await scene.officer.seeScan();
    expect((await documentOf(scene.page, request, 'aadhaar')).scan?.hash).toBe(kept.scan?.hash);
    await backToQueue(scene.officer);
  },
);

test('a scan that the server has unmasked is masked by itself', { timeout: patience }, async () => {
  const request = cases.request('unmasked');
  await expect
    .poll(
      async () => {
        const { state, origin } = await documentOf(scene.page, request, 'aadhaar');
        return [state, origin];
      },
      { timeout: readingPatience, interval: 500 },
    )
    .toEqual(['ready', 'masked-copy']);
  const { reading } = await documentOf(scene.page, request, 'aadhaar');
  expect(reading?.masking).toMatchObject({ residue: 0, wantsHand: false });
  expect(reading?.masking.regions.length).toBeGreaterThanOrEqual(1);
});

test(
  'where no number is found a box by hand is drawn by keyboard, after a reason',
  { timeout: patience },
  async () => {
    const { officer, page } = scene;
    const request = cases.request('blurred');
    const stateOf = async () => (await documentOf(page, request, 'aadhaar')).state;
    await expect.poll(stateOf, { timeout: readingPatience, interval: 500 }).toBe('wants-hand');
    await openTable(officer, request);
    await openIntake(officer, 'aadhaar', 'maskOf');
    await officer.button('documents', 'intake.fromServer').click();
    await page.locator('.dialog .banner.warn').waitFor({ timeout: readingPatience });
    expect(await page.locator('.sheet-page').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('.dialog input:focus').waitFor();
    await page.keyboard.type('नमूना: संख्या धुँधली है');
    await page.keyboard.press('Enter');
    await page.locator('.box-layer').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.box:focus').waitFor();
    for (let step = 0; step < 28; step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.sheet .button.primary').focus();
    await page.keyboard.press('Enter');
    await keepMasked(officer);
    await officer.dialog.waitFor({ state: 'detached' });
    expect(await documentOf(page, request, 'aadhaar')).toMatchObject({
      ...{ state: 'ready', origin: 'masked-copy' },
      reading: { masking: { regions: [{ what: 'by-hand' }], wantsHand: false } },
    });
    await backToQueue(officer);
  },
);

test(
  'a file of the watched folder is taken, and its original deleted when the officer says so',
  { timeout: patience },
  async () => {
    const { officer, page } = scene;
    const request = cases.request('folder');
    const chosen = await callDesk(page, 'folder.choose', undefined);
    expect(chosen).toMatchObject({ ok: true, value: { name: 'scans', isLost: false } });
    const file = onlyFile('scan-0001.jpg', await unmaskedCard(requestPerson(request)));
    await openTable(officer, request);
    await openIntake(officer, 'aadhaar');
    const line = page.locator('.folder-files li').filter({ hasText: 'scan-0001' });
    await line.getByRole('button').last().click();
    await keepMasked(officer);
    await page.locator('.dialog .banner.warn .button.danger').click();
    await page.getByRole('alertdialog').locator('.button.danger').click();
    await officer.dialog.waitFor({ state: 'detached' });
    expect(existsSync(file)).toBe(false);
    expect((await documentOf(page, request, 'aadhaar')).origin).toBe('local');
    await backToQueue(officer);
  },
);

test(
  'no number is anywhere: vault, scans, logs, temporary files, what was sent and printed',
  { timeout: patience },
  async () => {
    const { page, office, desk } = scene;
    const requestId = cases.request('picked').id;
    const paper = await fetchPaper(page, { kind: 'acknowledgement', requestId }, 'hi');
    const written = pdfWords(paper.bytes).join(' ');
    expect(written).not.toBe('');
    await desk.quit();
    const { rows, blobs } = await openedVault(scene.dataFolder);

    const numbers = names.flatMap((name) => numberForms(requestPerson(cases.request(name))));
    const places: [string, Buffer][] = [
      ['sent', office.sent()],
      ['printed', Buffer.from(written)],
      ['output', Buffer.from(desk.desk.output())],
      ...rows.map(({ table, text }): [string, Buffer] => [table, Buffer.from(text)]),
      ...[...blobs].map(([hash, bytes]): [string, Buffer] => [hash, Buffer.from(bytes)]),
      ...filesUnder(whole).map((file): [string, Buffer] => [file, readFileSync(file)]),
    ];
    const found = places.filter(([, bytes]) => numbers.some((number) => bytes.includes(number)));
    expect(found.map(([place]) => place)).toEqual([]);
    // And no other that passes as one, in what are texts; the archive's search holds words and counts in a row.
    const texts = rows.filter(({ table, text }) => !table.startsWith('archive') && holdsNumber(text));
    expect(texts.map(({ table }) => table)).toEqual([]);
    expect(holdsNumber(written) || holdsNumber(desk.desk.output())).toBe(false);

    // No picture that came unmasked lies in the vault, and the masked ones do.
    for (const name of ['unmasked', 'blurred'] as const) {
      const scan = cases.request(name).documents.find(({ kind }) => kind === 'aadhaar')?.scan;
      givenHashes.add(scan?.hash ?? '');
    }
    expect([...blobs.keys()].filter((hash) => givenHashes.has(hash))).toEqual([]);
    expect(blobs.size).toBeGreaterThanOrEqual(4);

    const audit = rows.filter(({ table }) => table.startsWith('audit')).map(({ text }) => text);
    for (const action of ['unmasked-shown', 'scan-taken-in', 'scan-masked', 'original-deleted']) {
      expect(audit.some((row) => row.includes(action))).toBe(true);
    }
    expect(audit.some((row) => row.includes('नमूना: संख्या धुँधली है'))).toBe(true);
  },
);

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
