import type { Page } from 'playwright-core';
import { driveDesk, makeDataFolder, type DrivenDesk } from '../../test/support/drive-desk.ts';
import { Officer } from '../../test/support/officer/officer.ts';
import type { Outcome } from '../../shared/domain/decision.ts';
import { rmSync } from 'node:fs';
import { checkDocuments, type DocumentsChecked } from './check-documents.ts';
import { countOf, decisionsListed, receiptsListed } from './read-screen.ts';
import { screenshotFolder } from './screenshots-of.ts';
import { startOffice, type DemoOffice } from './start-office.ts';
import { beginAtTheCounter, endOfficeDay, type Step } from './walk-office.ts';

export interface OfficersDay {
  /** Requests that the queue shows after the first sync. */
  pulled: number;
  /** Recorded while the link was cut. */
  decidedOffline: number;
  /** Of these, listed in the outbox after quitting and starting again, the link still cut. */
  survivedRestart: number;
  /** Of these, on the server as accepted and with a receipt on the screen. */
  accepted: number;
  /** Recorded, and neither on the server nor in the outbox. */
  lost: number;
  /** Of a request whose papers do not agree. */
  documents: DocumentsChecked;
  screenshots: string[];
  host: DrivenDesk['host'];
}

const outcomes: readonly Outcome[] = ['approve', 'return', 'reject'];

/**
 * Enrol, pull, look at the day, answer at the counter, check the papers of a request, cut the link, review and decide three requests, restart, restore
 * the link, sync, print, settle a transfer, report: in the real window.
 */
export async function walkOfficersDay(say: (line: string) => void): Promise<OfficersDay> {
  const began = Date.now();
  const shots = screenshotFolder();
  const timed = (line: string) => {
    say(`${String(Math.round((Date.now() - began) / 1000)).padStart(3)} s  ${line}`);
  };
  const step = async (page: Page, name: string, line: string) => {
    await shots.take(page, name);
    timed(line);
  };
  timed('Starting the sample central server; the first time its papers are drawn, which takes a minute …');
  const office = await startOffice();
  const dataFolder = makeDataFolder();
  const launch = () => driveDesk({ dataFolder, serverUrl: office.link.url, isDemo: true });
  try {
    timed('Starting the desk …');
    const morning = await launch();
    const pulled = await enrolAndPull(morning, office, step);
    const [asked] = await office.requestsWithScans();
    if (!asked) throw new Error('The sample data has no request with scans');
    await beginAtTheCounter(morning.page, asked.kioskCode, step);
    const differing = office.requestWithPapers('pan-birth-date');
    timed('Reading the papers of a request …');
    const documents = await checkDocuments(new Officer(morning.page), differing, step);
    await office.link.cut();
    const decided = await decideOffline(morning, office, step);
    timed('Quitting the desk and starting it again …');
    await morning.quit();

    const afternoon = await launch();
    const survivedRestart = await signInAgain(afternoon, decided, step);
    timed('Restoring the link …');
    await office.link.restore();
    const listed = await sendAll(afternoon, decided, step);
    const accepted = await acceptedOf(office, decided, listed);
    const present = await presentOf(office, afternoon.page, decided);
    await endOfficeDay(afternoon.page, step);
    await afternoon.quit();
    return {
      pulled,
      decidedOffline: decided.length,
      survivedRestart,
      accepted,
      lost: decided.length - present,
      documents,
      screenshots: shots.files,
      host: afternoon.host,
    };
  } finally {
    await office.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function enrolAndPull({ page }: DrivenDesk, office: DemoOffice, step: Step): Promise<number> {
  const officer = new Officer(page);
  await officer.field('sign-in', 'enrol.activationCode').waitFor();
  await step(page, 'enrolment', 'A new PC asks for its activation code');
  await officer.enrol(office.activationCode);
  await page.locator('.recovery-key').waitFor();
  await step(page, 'recovery-key', 'Enrolled; the recovery key is shown once');
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await officer.seeSync('complete');
  const pulled = await countOf(page);
  await step(page, 'queue', `Pulled ${pulled} requests, with all their scans`);
  return pulled;
}

/** @returns the request numbers of what was decided. */
async function decideOffline({ page }: DrivenDesk, office: DemoOffice, step: Step): Promise<string[]> {
  const officer = new Officer(page);
  await officer.syncNow();
  await officer.seeSync('offline');
  await step(page, 'offline', 'The link is cut; the strip says so, the work goes on');
  const requests = await office.requestsWithScans();
  const decided: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const request = requests[index];
    if (!request) throw new Error('The sample data has too few requests with scans');
    await officer.open(request.requestNo);
    await officer.seeScan();
    await step(page, `review-${index + 1}`, `Reviewing ${request.requestNo} beside its scan, without a link`);
    await officer.decide(outcome, 'नमूना: कार्यालय अभिलेख से मिलान किया');
    await officer.seeRecorded(outcome);
    decided.push(request.requestNo);
    await step(page, `decided-${index + 1}`, `${request.requestNo}: ${outcome} recorded`);
  }
  return decided;
}

async function signInAgain({ page }: DrivenDesk, decided: string[], step: Step): Promise<number> {
  const officer = new Officer(page);
  await officer.field('sign-in', 'password').waitFor();
  await step(page, 'sign-in', 'Quit and started again; the link is still cut');
  await officer.signIn();
  await officer.seeQueue();
  await officer.goTo('outbox');
  // The list is read from the vault when its screen is there; the first row is its head.
  await page.getByRole('row').nth(1).waitFor();
  const survived = await decisionsListed(page, decided);
  await step(
    page,
    'outbox-offline',
    `Still there after the restart: ${survived} of ${decided.length} decisions`,
  );
  return survived;
}

/** @returns the request numbers for which a receipt is shown. */
async function sendAll({ page }: DrivenDesk, decided: string[], step: Step): Promise<string[]> {
  const officer = new Officer(page);
  await officer.sealAll();
  await officer.syncNow();
  await officer.seeSync('complete');
  await step(page, 'synced', 'The link is back: sealed, sent, answered');
  await officer.goTo('outbox');
  await page.getByRole('row').nth(1).waitFor();
  const listed = await receiptsListed(page, decided);
  await officer.showReceipt();
  await step(page, 'receipts', `Receipts for ${listed.length} decisions`);
  await page.keyboard.press('Escape');
  return listed;
}

/** What both sides agree on: the server accepted it, and the officer sees its receipt. */
async function acceptedOf(office: DemoOffice, decided: string[], listed: string[]): Promise<number> {
  const onServer = await acceptedOnServer(office);
  return decided.filter((requestNo) => onServer.has(requestNo) && listed.includes(requestNo)).length;
}

async function presentOf(office: DemoOffice, page: Page, decided: string[]): Promise<number> {
  const onServer = await acceptedOnServer(office);
  const missing = decided.filter((requestNo) => !onServer.has(requestNo));
  return decided.length - missing.length + (await decisionsListed(page, missing));
}

async function acceptedOnServer(office: DemoOffice): Promise<Set<string>> {
  const requests = new Map(
    (await office.server.data.requests()).map((request) => [request.id as string, request]),
  );
  const accepted = (await office.server.data.decisions()).filter(
    (decision) => decision.result === 'accepted',
  );
  return new Set(accepted.map((decision) => requests.get(decision.requestId ?? '')?.requestNo ?? ''));
}
