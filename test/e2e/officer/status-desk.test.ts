import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import english from '../../../shared/locales/en/story.json' with { type: 'json' };
import hindi from '../../../shared/locales/hi/story.json' with { type: 'json' };
import { formatDate } from '../../../shared/text/format.ts';
import type { SeedRows } from '../../central-server/start.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { goToPart } from '../../support/officer/screens.ts';
import { pdfWords } from '../../support/paper/read-pdf.ts';

const person = (name: string, mobileLast4: string) => ({ name: { hi: name, en: name }, mobileLast4 });
const cases = sampleCases({
  hindiOnly: {
    change: (request) => ({
      ...passing(request),
      kioskCode: 'K116298765',
      applicant: person('नमूना ज्योतिस्वरूप पुरोहित', '8642'),
    }),
  },
  romanOnly: {
    change: (request) => ({
      ...passing(request),
      kioskCode: 'D97K0913',
      applicant: person('Sample Bhanupratap Chundawat', '1357'),
    }),
  },
});

/** One that was decided years ago: in the archive, and in no list of the window. */
const longAgo = { requestNo: 'MIG/2019/0007', kioskCode: 'K19900007', on: '2019-03-05' };

function shape(seed: SeedRows): SeedRows {
  const shaped = cases.shape(seed);
  const like = shaped.items.find(({ body }) => body === cases.request('hindiOnly'));
  if (!like) throw new Error('The case is not among the rows');
  const { on, ...numbers } = longAgo;
  const at = `${on}T06:00:00.000Z`;
  const by = { hi: 'नमूना', en: 'Sample' };
  const body: MigrationRequest = migrationRequest.parse({
    ...{ ...cases.request('hindiOnly'), ...numbers, id: requestId.parse('req-long-ago'), status: 'rejected' },
    ...{
      applicant: person('नमूना वृद्धिचन्द', '2019'),
      applicationDate: on,
      receivedOn: on,
      updatedAt: at,
      pauses: [],
    },
    history: [
      { at, event: 'received', by, note: '' },
      { at, event: 'rejected', by, note: '' },
    ],
  });
  return { ...shaped, items: [...shaped.items, { ...like, id: body.id, body }] };
}

const folder = mkdtempSync(join(tmpdir(), 'desk-test-slips-'));
beforeAll(() => {
  process.env['DESK_TEST_SAVE_DIR'] = folder;
});
afterAll(() => {
  delete process.env['DESK_TEST_SAVE_DIR'];
  rmSync(folder, { recursive: true, force: true });
});
const scene = useScene({ hasScans: false, requests: 60, shape });
beforeAll(() => goToPart(scene.officer, 'status'));

const box = () => scene.page.getByRole('combobox', { name: scene.officer.text('status-desk', 'box.label') });
const hits = () => scene.page.locator('.status-hits [role=option]');
const told = () => scene.page.locator('.status-told');

/** Types over what stands in the box, and opens the hit that names a request unless it is told by itself. */
async function find(typed: string, request: Pick<MigrationRequest, 'requestNo'>): Promise<void> {
  await box().fill('');
  await box().fill(typed);
  const hit = hits().filter({ hasText: request.requestNo });
  await hit.first().waitFor();
  if (!(await told().getByText(request.requestNo).first().isVisible())) await hit.first().click();
  await told().getByText(request.requestNo).first().waitFor();
}

const inDevanagari = (text: string) => text.replace(/\d/g, (digit) => '०१२३४५६७८९'.charAt(Number(digit)));

test('a kiosk is found by its code in every form, and by its request number', async () => {
  const { officer, page } = scene;
  const request = cases.request('hindiOnly');
  const digits = request.kioskCode.slice(1);
  const forms = [
    ...[request.kioskCode, request.kioskCode.toLowerCase(), `के${digits}`, `k ${digits}`, ` K  ${digits} `],
    ...[inDevanagari(`के${digits}`), request.requestNo, request.requestNo.toLowerCase()],
  ];
  for (const typed of forms) {
    await find(typed, request);
    expect(await page.locator('.status-told-code').innerText(), typed).toContain(request.kioskCode);
    expect(await hits().count(), typed).toBe(1);
  }
  for (const typed of ['D97K0913', 'd97k0913', 'D97 K0913', inDevanagari('D97K0913')]) {
    await find(typed, cases.request('romanOnly'));
  }
  expect(await officer.page.locator('.status-told-code').innerText()).toContain('D97K0913');
});

test('by a name typed in the other script, and by the last digits of the mobile', async () => {
  await find('jyotiswaroop purohit', cases.request('hindiOnly'));
  await find('ज्योतिस्वरूप', cases.request('hindiOnly'));
  await find('भानुप्रताप चुंडावत', cases.request('romanOnly'));
  await find('BHANUPRATAP', cases.request('romanOnly'));
  await find('8642', cases.request('hindiOnly'));
  await find(inDevanagari('1357'), cases.request('romanOnly'));
});

test('after a transfer by the old and by the new ID; the story says which one to use', async () => {
  const { office } = scene;
  const transfer = (await office.server.data.transfers()).find(
    ({ districtId, state, newKioskCode, oldKioskCode }) =>
      districtId === 'jaipur' &&
      state === 'completed' &&
      newKioskCode !== null &&
      newKioskCode !== oldKioskCode,
  );
  if (!transfer?.newKioskCode) throw new Error('The seed has no completed transfer to a new ID');
  for (const typed of [transfer.oldKioskCode, transfer.newKioskCode, inDevanagari(transfer.newKioskCode)]) {
    await find(typed, transfer);
  }
  const story = await told().innerText();
  const [, after = ''] = hindi.lines['transfer-switched'].split('{{date}}');
  const [meant = ''] = after
    .replace('{{oldId}}', transfer.oldKioskCode)
    .replace('{{newId}}', transfer.newKioskCode)
    .split(';');
  expect(story).toContain(meant.trim());
});

test('one decided years ago is told from the archive, though no list of the window has it', async () => {
  const { officer, page } = scene;
  await find(longAgo.kioskCode, longAgo);
  const day = formatDate(longAgo.on);
  await page.locator('.status-holder-title').getByText(hindi.holder['closed-rejected'].title).waitFor();
  await told().getByText(hindi.lines.rejected.replace('{{date}}', day)).waitFor();
  expect(
    await told()
      .getByRole('button', { name: officer.text('status-desk', 'openReview') })
      .count(),
  ).toBe(0);
});

test('who has the file is told in both languages, from the office’s own decision too', async () => {
  const { officer, page } = scene;
  const request = cases.request('romanOnly');
  await find(request.kioskCode, request);
  const title = page.locator('.status-holder-title');
  await title.getByText(hindi.holder.office.title, { exact: true }).waitFor();
  await officer.showIn('en');
  await title.getByText(english.holder.office.title, { exact: true }).waitFor();
  expect(await rawTexts(page)).toEqual([]);
  expect(await seriousViolations(page)).toEqual([]);
  await officer.showIn('hi');

  await officer.open(request.requestNo);
  await officer.decide('reject', 'नमूना: पर्ची के लिए');
  await officer.seeRecorded('reject');
  await goToPart(officer, 'status');
  await find(request.kioskCode, request);
  await told().getByText(hindi.lines['decision-not-final']).waitFor();
  await title.getByText(hindi.holder.office.title, { exact: true }).waitFor();
  expect(await told().getByText('नमूना: पर्ची के लिए').count()).toBe(0);
  await officer.sealAll();
  await goToPart(officer, 'status');
  await find(request.kioskCode, request);
  await told().getByText('नमूना: पर्ची के लिए').waitFor();
});

test('the slip says what the screen says, word for word', async () => {
  const { officer, page } = scene;
  const request = cases.request('romanOnly');
  const shown = await page.locator('.status-sentences li, .status-holder p').allInnerTexts();
  expect(shown.length).toBeGreaterThan(3);
  await page.keyboard.press('Alt+p');
  const paper = page.locator('.paper');
  await paper.locator('canvas[data-drawn=true]').first().waitFor();
  await officer.button('papers', 'save').click();
  const says = paper.locator('.paper-outcome');
  await says.getByText('.pdf').waitFor();
  const fileName = (await says.innerText()).split(' ').at(-1) ?? '';
  const slip = pdfWords(readFileSync(join(folder, fileName))).join(' ');
  for (const words of [request.requestNo, request.kioskCode, 'Sample Bhanupratap Chundawat', ...shown]) {
    expect(slip).toContain(words.normalize('NFC').split(/\s+/).join(' ').trim());
  }
  await page.keyboard.press('Escape');
  await paper.waitFor({ state: 'detached' });
});

test('nothing found is said with the words that were typed; hostile text finds nothing and breaks nothing', async () => {
  const { officer, page } = scene;
  const hostile = [
    ...[
      'कखगघङ',
      '<img src=x onerror=alert(1)>',
      `"' OR 1=1; DROP TABLE archive --`,
      'zzq* NEAR(zzq)',
      '{zzq}:^"',
    ],
    ...['%%__zzq', '😀😀', 'क्ष'.repeat(60), '9'.repeat(150)],
  ];
  for (const typed of hostile) {
    await box().fill(typed);
    await page
      .locator('.status-found')
      .getByText(officer.text('status-desk', 'none', { text: typed }))
      .waitFor();
    expect(await hits().count(), typed).toBe(0);
  }
  for (const typed of ['"', '*', '()', '\u202Eabc\u202C', '   ']) {
    await box().fill(typed);
    await expect.poll(() => page.locator('.banner').count()).toBe(0);
  }
  await find('K116298765', cases.request('hindiOnly'));
});
