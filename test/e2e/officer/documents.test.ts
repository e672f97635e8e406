import { expect, test } from 'vitest';
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { documentProcess } from '../../support/e2e/document-process.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { paperCases } from '../../support/e2e/paper-cases.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import {
  comparedRow,
  documentOf,
  isPlaceInSight,
  openTable,
  readingPatience,
  seeAllRead,
  showCellByKeys,
} from '../../support/officer/documents.ts';
import { backToQueue, seeDraftSaved } from '../../support/officer/reviewing.ts';
import { requestPerson } from '../../support/scans/request-person.ts';

const cases = paperCases({ differing: { papers: 'pan-birth-date' } });
const scene = useScene({ hasScans: false, requests: 24, shape: cases.shape });
const patience = 2 * readingPatience;

test(
  'the document process is killed while it reads: the desk goes on, what was read stands, and it reads again',
  { timeout: patience },
  async () => {
    const { officer, page, desk } = scene;
    const request = cases.request('differing');
    await seeAllRead(page, request);
    const pan = await documentOf(page, request, 'pan');
    const state = async () => (await documentOf(page, request, 'pan')).examination.state;
    const readAgain = async () => {
      await callDesk(page, 'documents.examine', { requestId: request.id, documentId: pan.documentId });
      await expect.poll(state, { timeout: 30_000, interval: 20 }).toBe('running');
    };
    await readAgain();
    const child = documentProcess(desk);
    if (child === null) throw new Error('No process for documents runs');
    process.kill(child, 'SIGKILL');
    // What was read before is not lost with the process.
    await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('done');
    expect((await documentOf(page, request, 'pan')).reading).toEqual(pan.reading);

    await readAgain();
    await expect.poll(() => documentProcess(desk) ?? child, { timeout: 60_000 }).not.toBe(child);
    await expect.poll(state, { timeout: readingPatience, interval: 500 }).toBe('done');
    await openTable(officer, request);
    await comparedRow(officer, 'dob').waitFor();
    await backToQueue(officer);
  },
);

test(
  'papers are compared, what differs is framed in the scan, and verdict and pin go with the decision',
  { timeout: patience },
  async () => {
    const { officer, page, office } = scene;
    const request = cases.request('differing');
    await seeAllRead(page, request);
    await openTable(officer, request);
    await comparedRow(officer, 'dob').waitFor();
    expect(await comparedRow(officer, 'name').getAttribute('data-differs')).toBeNull();
    expect(await comparedRow(officer, 'dob').getAttribute('data-differs')).toBe('fail');

    const differing = comparedRow(officer, 'dob').locator('td[data-differs=fail][data-shows=true]').last();
    await page.locator('.comparison td[tabindex="0"]').focus();
    await showCellByKeys(page, differing);
    await officer.seeScan();
    await expect.poll(() => isPlaceInSight(page), { timeout: 20_000 }).toBe(true);

    await page.keyboard.press('i');
    await page.locator('.box:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.pins input:focus').waitFor();
    await page.keyboard.type('नमूना: यहाँ वर्ष भिन्न');

    const about = page.locator('.check[data-check^="dob-aadhaar-pan/"]');
    await about.locator('.check-title').click();
    await page.keyboard.press('2');
    await about.locator('input').fill('नमूना: पैन पर जन्म वर्ष भिन्न है');
    await seeDraftSaved(officer);

    await officer.decide('approve', 'नमूना: आवेदक से मूल दस्तावेज देखे');
    await officer.seeRecorded('approve');
    // What was made of the documents stays to be seen, and cannot be changed.
    await expect.poll(() => about.locator('button[data-verdict]:enabled').count()).toBe(0);
    expect(await about.locator('[aria-pressed=true]').getAttribute('data-verdict')).toBe('not-in-order');
    expect(await page.locator('.pins input').inputValue()).toBe('नमूना: यहाँ वर्ष भिन्न');
    await officer.sealAll();
    await officer
      .outboxRow(request.requestNo)
      .getByRole('button', { name: officer.text('outbox', 'receipt.show') })
      .waitFor();
    const { content } = await acceptedOnServer(office, request.id);
    const results = new Map(content.documentChecks.map(({ id, result }) => [id, result]));
    expect(results.get('dob-aadhaar-pan')).toBe('fail');
    expect(results.get('aadhaar-signature')).toBe('pass');
    expect(results.get('name-aadhaar-pan')).toBe('pass');
    expect(content.verdicts).toEqual([
      {
        ...{ id: 'dob-aadhaar-pan', documentId: null, verdict: 'not-in-order' },
        note: 'नमूना: पैन पर जन्म वर्ष भिन्न है',
      },
    ]);
    expect(content.pins.map(({ note }) => note)).toEqual(['नमूना: यहाँ वर्ष भिन्न']);
    // What was read stays on this PC: the decision says the advice, not the texts.
    const sent = (await office.server.data.decisions()).find(({ requestId }) => requestId === request.id);
    expect(sent?.sealed?.content).toContain('documentChecks');
    expect(sent?.sealed?.content).not.toContain(requestPerson(request).pan);
  },
);
