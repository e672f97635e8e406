import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { driveDesk } from '../../test/support/drive-desk.ts';
import { Officer } from '../../test/support/officer/officer.ts';
import { aadhaarScan } from '../../test/support/scans/corpus-scan.ts';
import { requestPerson } from '../../test/support/scans/request-person.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { Language } from '../../shared/domain/values.ts';
import { bundle, repository } from '../bundle.ts';
import { ensureSystemOrExit } from '../system/ensure-system.ts';
import { discardMasked, openAtDifference, seeMasked } from './check-documents.ts';
import { askAtCounter, closePaper, openDifferences, seePaper, seeReport, seeToday } from './office-parts.ts';
import { showTab } from '../../test/support/officer/office-data.ts';
import { startOffice, type DemoOffice } from './start-office.ts';

/** `npm run screenshots`: the pictures of the README and the guide, in both languages, from the real window. */
const folder = join(repository, 'docs', 'images');

ensureSystemOrExit(['chromium', 'fonts']);
await bundle();
mkdirSync(folder, { recursive: true });
const office = await startOffice();
try {
  for (const language of ['hi', 'en'] as const) await takeAll(office, language);
} finally {
  await office.close();
}
process.exit(0);

async function takeAll(from: DemoOffice, language: Language): Promise<void> {
  const code = from.server.activationCodes[language === 'hi' ? 0 : 1]?.code ?? '';
  const scans = await folderWithCard(from.requestWithPapers('form-name'));
  const env = { DESK_TEST_OPEN_DIR: scans };
  const driven = await driveDesk({ serverUrl: from.link.url, isDemo: true, env });
  const officer = new Officer(driven.page, language);
  const take = (name: string) => takeOne(driven.page, `${name}-${language}.png`);
  try {
    await officer.chooseLanguage();
    await officer.enrol(code);
    await officer.keepRecoveryKey();
    await officer.seeQueue();
    await officer.seeSync('complete');
    await take('queue');
    const [request] = await from.requestsWithScans();
    if (!request) throw new Error('The sample data has no request with scans');
    await officer.open(request.requestNo);
    await officer.seeScan();
    await take('review');
    await officer.prepare('approve', language === 'hi' ? 'अभिलेख से मिलान किया' : 'Compared with the record');
    await take('confirm');
    await officer.confirm();
    await officer.seeRecorded('approve');
    await officer.goTo('outbox');
    // Its rows come after its counts.
    await officer.page.getByRole('row').nth(1).waitFor();
    await take('outbox');
    await closeNotices(officer);
    await openAtDifference(officer, from.requestWithPapers('pan-birth-date'));
    await take('documents');
    await seeMasked(officer, from.requestWithPapers('form-name'));
    await take('intake');
    await discardMasked(officer);
    await takeOffice(officer, request.kioskCode, take);
  } finally {
    await driven.dispose();
    rmSync(scans, { recursive: true, force: true });
  }
}

/** What the dialog for files offers: one card with its number. */
async function folderWithCard(request: MigrationRequest): Promise<string> {
  const { file } = await aadhaarScan(requestPerson(request), 'unmasked');
  const scans = mkdtempSync(join(tmpdir(), 'desk-scans-'));
  copyFileSync(file, join(scans, 'scan-0001.jpg'));
  return scans;
}

/** The offer to undo stays on every screen; in these pictures it would hide what they are of. */
async function closeNotices(officer: Officer): Promise<void> {
  const notices = officer.page.getByRole('region', { name: officer.text('common', 'notices'), exact: true });
  await notices.getByRole('button', { name: officer.text('common', 'close'), exact: true }).click();
}

/** The screens beside the queue. */
async function takeOffice(
  officer: Officer,
  kioskCode: string,
  take: (name: string) => Promise<void>,
): Promise<void> {
  await seeToday(officer);
  await take('today');
  await askAtCounter(officer, kioskCode);
  await take('status');
  await officer.page.keyboard.press('Alt+p');
  await seePaper(officer);
  await take('paper');
  await closePaper(officer);
  await openDifferences(officer);
  await take('transfer');
  await seeReport(officer);
  await take('report');
  await showTab(officer, 'holidays');
  await take('office');
}

async function takeOne(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, name), animations: 'disabled' });
  console.log(join('docs', 'images', name));
}
