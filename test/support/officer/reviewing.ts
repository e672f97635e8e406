import type { Locator } from 'playwright-core';
import type { Draft, Outcome } from '../../../shared/domain/decision.ts';
import { requestId as asRequestId } from '../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../shared/domain/request.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { callDesk } from './call-desk.ts';
import type { Officer } from './officer.ts';

/** The value that the screen gives of a fact, by the fact's name. */
export function factOf(officer: Officer, group: string, name: string): Locator {
  return officer.page
    .getByRole('group', { name: officer.text('review', `facts.${group}`), exact: true })
    .locator('.review-fact')
    .filter({ has: officer.page.getByText(officer.text('review', `facts.${name}`), { exact: true }) })
    .locator('dd');
}

/** Marks a document in the checklist. */
export async function mark(
  officer: Officer,
  kind: DocumentKind,
  chosen: 'needed' | 'not-needed' | 'received' | 'checked',
): Promise<void> {
  await markOf(officer, kind).click();
  await officer.page
    .getByRole('option', { name: officer.text('review', `checklist.marks.${chosen}`), exact: true })
    .click();
}

/** The control that shows how a document is marked. */
export function markOf(officer: Officer, kind: DocumentKind): Locator {
  const name = officer.text('review', 'checklist.mark', { kind: officer.text('viewer', `kinds.${kind}`) });
  return officer.page.locator('.review-check-mark').getByRole('button', { name });
}

/** Waits until the line below the remarks says that everything typed is in the vault. */
export async function seeDraftSaved(officer: Officer): Promise<void> {
  await officer.page.locator('.review-save[data-kind="saved"]').waitFor();
}

/** What the vault holds of an unfinished review, asked over the window's own bridge. */
export async function draftInVault(officer: Officer, requestId: string): Promise<Draft | null> {
  return (await detailInVault(officer, requestId)).draft;
}

/** The request as the main process tells it to the window. */
export async function detailInVault(officer: Officer, requestId: string): Promise<RequestDetail> {
  const answer = await callDesk(officer.page, 'request.open', { id: asRequestId.parse(requestId) });
  if (!answer.ok) throw new Error(`request.open: ${answer.error.kind}`);
  return answer.value;
}

/** Shows a document's scan, chosen by its tab. */
export async function showDocument(officer: Officer, kind: DocumentKind): Promise<void> {
  await officer.page
    .locator('.viewer-tab')
    .filter({ hasText: officer.text('viewer', `kinds.${kind}`) })
    .click();
}

/** The dialog that says in full what will be recorded. */
export async function seeConfirmation(officer: Officer, outcome: Outcome): Promise<Locator> {
  await officer.dialog.getByText(officer.text('review', `confirm.${outcome}`)).waitFor();
  return officer.dialog;
}

/** Leaves the request for the queue. */
export async function backToQueue(officer: Officer): Promise<void> {
  await officer.page.locator('.review-head').getByRole('button').first().click();
  await officer.queue.waitFor();
}
