import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { MigrationRequest, DocumentKind } from '../../../shared/domain/request.ts';
import type { DocumentReview, DocumentView } from '../../../shared/ipc/views/documents.ts';
import { callDesk } from './call-desk.ts';
import type { Officer } from './officer.ts';

/** The process for documents really reads: on a busy machine a page takes its time. Milliseconds. */
export const readingPatience = 240_000;

/** What the desk knows of a document of a request. */
export async function documentOf(
  page: Page,
  { id }: Pick<MigrationRequest, 'id'>,
  kind: DocumentKind,
): Promise<DocumentView> {
  const answer = await callDesk(page, 'documents.review', { requestId: id });
  if (!answer.ok) throw new Error(`documents.review: ${answer.error.kind}`);
  const found = answer.value.documents.find((view) => view.kind === kind);
  if (!found) throw new Error(`The request has no ${kind}`);
  return found;
}

/**
 * Waits until every scan of a request that is here was read, or could not be. What took too long, as it may on a busy
 * machine, is read again, as an officer would have it.
 * @throws when that takes too long.
 */
export async function seeAllRead(page: Page, { id }: Pick<MigrationRequest, 'id'>): Promise<DocumentReview> {
  let again = 4;
  const end = Date.now() + readingPatience;
  while (Date.now() < end) {
    await sleep(500);
    const answer = await callDesk(page, 'documents.review', { requestId: id });
    if (!answer.ok) continue;
    const { documents } = answer.value;
    const states = documents.map(({ examination }) => examination.state);
    if (states.includes('waiting') || states.includes('running')) continue;
    const slow = documents.find(
      ({ examination }) => examination.state === 'failed' && examination.fault === 'too-slow',
    );
    if (slow && again > 0) {
      again -= 1;
      await callDesk(page, 'documents.examine', { requestId: id, documentId: slow.documentId });
    } else if (states.includes('done')) return answer.value;
  }
  throw new Error(`The papers of ${id} were not read in time`);
}

/** Opens a request at the reviewing table. */
export async function openTable(officer: Officer, { requestNo }: MigrationRequest): Promise<void> {
  await officer.open(requestNo);
  await officer.page.keyboard.press('g');
  await officer.page.locator('.documents').waitFor();
}

/** The row of the reviewing table about a field. */
export function comparedRow(officer: Officer, field: string): Locator {
  const name = officer.page.locator('th', {
    hasText: new RegExp(`^${escaped(officer.text('documents', `fields.${field}`))}$`),
  });
  return officer.page.locator('.comparison tbody tr').filter({ has: name });
}

/** Goes to a cell of the table by arrow keys and presses Enter. */
export async function showCellByKeys(page: Page, cell: Locator): Promise<void> {
  const [row = 0, column = 0] = ((await cell.getAttribute('data-cell')) ?? '').split('/').map(Number);
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowUp');
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

/** Whether the frame of the place stands wholly within what the viewer shows. */
export async function isPlaceInSight(page: Page): Promise<boolean> {
  const pane = await page.locator('.viewer-stage').first().boundingBox();
  const place = await page.locator('.viewer-mark[data-kind=place]').first().boundingBox();
  if (!pane || !place) return false;
  return (
    place.x >= pane.x - 1 &&
    place.y >= pane.y - 1 &&
    place.x + place.width <= pane.x + pane.width + 1 &&
    place.y + place.height <= pane.y + pane.height + 1
  );
}

/** Opens the dialog that takes a scan in for a document of the open table. */
export async function openIntake(
  officer: Officer,
  kind: DocumentKind,
  key: 'takeInOf' | 'maskOf' = 'takeInOf',
): Promise<void> {
  const name = officer.text('documents', `scans.${key}`, { kind: officer.text('viewer', `kinds.${kind}`) });
  await officer.page.getByRole('button', { name }).first().click();
  await officer.page.locator('.intake-drop').waitFor();
}

/** Waits for the masked pages in the dialog, and keeps them. */
export async function keepMasked(officer: Officer): Promise<void> {
  const { page } = officer;
  await page
    .locator('.sheet-page .viewer-mark[data-kind=masked]')
    .first()
    .waitFor({ timeout: readingPatience });
  await page.locator('.dialog-foot .button.good').click();
}

function escaped(text: string): string {
  return text.replace(/[()[\]{}.*+?^$|\\]/g, '\\$&');
}
