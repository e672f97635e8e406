import type { MigrationRequest } from '../../shared/domain/request.ts';
import { openIntake, openTable, readingPatience, seeAllRead } from '../../test/support/officer/documents.ts';
import type { Officer } from '../../test/support/officer/officer.ts';
import { seeDraftSaved } from '../../test/support/officer/reviewing.ts';
import type { Step } from './walk-office.ts';

export interface DocumentsChecked {
  /** Scans of the request that were read. */
  read: number;
  /** Advices on them, and those that ask for the officer's eye. */
  checks: number;
  differing: number;
  verdicts: number;
}

/** The papers of a request beside each other, its first difference in the scan, and a verdict on it. */
export async function checkDocuments(
  officer: Officer,
  request: MigrationRequest,
  step: Step,
): Promise<DocumentsChecked> {
  const { page } = officer;
  const { documents, checks } = await openAtDifference(officer, request);
  await page.locator('.check[data-result=fail] .check-title').first().click();
  await page.keyboard.press('2');
  await seeDraftSaved(officer);
  const read = documents.filter(({ examination }) => examination.state === 'done').length;
  const differing = checks.filter(({ result }) => result === 'fail' || result === 'look').length;
  await step(
    page,
    'documents',
    `The papers of ${request.requestNo}: ${read} read, ${checks.length} checks, ${differing} to look at`,
  );
  return { read, checks: checks.length, differing, verdicts: 1 };
}

/** Waits until the papers of a request are read, and frames the first place that differs. */
export async function openAtDifference(
  officer: Officer,
  request: MigrationRequest,
): ReturnType<typeof seeAllRead> {
  const { page } = officer;
  await openTable(officer, request);
  const review = await seeAllRead(page, request);
  await page.locator('.comparison td[data-differs=fail][data-shows=true]').last().click();
  await page.locator('.viewer-mark[data-kind=place]').first().waitFor();
  return review;
}

/** Picks the one file that the dialog offers for the Aadhaar, up to the masked pages. */
export async function seeMasked(officer: Officer, request: MigrationRequest): Promise<void> {
  await openTable(officer, request);
  await openIntake(officer, 'aadhaar');
  await officer.button('documents', 'intake.pick').click();
  const masked = officer.page.locator('.sheet-page .viewer-mark[data-kind=masked]');
  await masked.first().waitFor({ timeout: readingPatience });
}

/** Leaves the dialog without keeping anything. */
export async function discardMasked(officer: Officer): Promise<void> {
  await officer.dialog.getByRole('button', { name: officer.text('documents', 'intake.discard') }).click();
  await officer.page.locator('.intake-drop').waitFor();
  await officer.page.keyboard.press('Escape');
  await officer.dialog.waitFor({ state: 'detached' });
}
