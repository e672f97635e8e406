import { expect, test } from 'vitest';
import type { ChecklistMark } from '../../../shared/domain/decision.ts';
import { documentKind, type DocumentKind, type MigrationRequest } from '../../../shared/domain/request.ts';
import paperTexts from '../../../shared/locales/hi/paper.json' with { type: 'json' };
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { backToQueue, mark, markOf, seeDraftSaved } from '../../support/officer/reviewing.ts';
import { pdfWords } from '../../support/paper/read-pdf.ts';

const hasRecord = ({ record }: MigrationRequest) => record !== null;
const keepsId = (request: MigrationRequest): MigrationRequest => ({
  ...passing(request),
  newKioskCode: null,
});

const cases = sampleCases({
  here: { fits: hasRecord, change: keepsId },
  /** The server has lost the kiosk, and names no document at all. */
  lost: { change: (request) => ({ ...keepsId(request), record: null, documents: [] }) },
  /** The server asks for one document of its own accord. */
  asked: {
    fits: hasRecord,
    change: (request) => ({
      ...keepsId(request),
      newKioskCode: 'K999000009',
      documents: [{ id: 'document-asked', kind: 'pan', need: 'needed', scan: null }],
    }),
  },
});
const scene = useScene({ hasScans: false, requests: 40, shape: cases.shape });

interface ShownItem {
  kind: string;
  why: string;
  mark: string;
}

async function shownItems(): Promise<ShownItem[]> {
  return scene.page.locator('.review-check').evaluateAll((items) =>
    items.map((item) => {
      const [kind, why] = [...item.querySelectorAll('.review-check-what > span')].map(
        (one) => one.textContent,
      );
      return { kind: kind ?? '', why: why ?? '', mark: item.getAttribute('data-mark') ?? '' };
    }),
  );
}

type Wanted = Record<DocumentKind, [why: string, mark: ChecklistMark['mark']]>;
const notNeeded = ['recordHere', 'not-needed'] as [string, ChecklistMark['mark']];
const missing = ['recordMissing', 'needed'] as [string, ChecklistMark['mark']];
const always: Pick<Wanted, 'permission' | 'coordinator-consent'> = {
  permission: ['ownOrder', 'not-needed'],
  'coordinator-consent': ['consent', 'needed'],
};

test.each<['here' | 'lost' | 'asked', Wanted]>([
  [
    'here',
    {
      aadhaar: notNeeded,
      pan: notNeeded,
      'old-id': notNeeded,
      'new-id': ['idUnchanged', 'not-needed'],
      application: notNeeded,
      ...always,
    },
  ],
  [
    'lost',
    {
      aadhaar: missing,
      pan: missing,
      'old-id': missing,
      'new-id': ['idUnchanged', 'not-needed'],
      application: missing,
      ...always,
    },
  ],
  [
    'asked',
    {
      aadhaar: notNeeded,
      pan: ['asked', 'needed'],
      'old-id': notNeeded,
      'new-id': notNeeded,
      application: notNeeded,
      ...always,
    },
  ],
])('%s: all seven items in the order of the process, each with its reason', async (name, wanted) => {
  const { officer, page } = scene;
  await officer.open(cases.request(name).requestNo);
  expect(await shownItems()).toEqual(
    documentKind.options.map((kind) => ({
      kind: officer.text('viewer', `kinds.${kind}`),
      why: officer.text('review', `checklist.why.${wanted[kind][0]}`),
      mark: wanted[kind][1],
    })),
  );
  const later = officer.text('review', 'checklist.permissionLater');
  await page.locator('.review-check').getByText(later).waitFor();
  expect(await markOf(officer, 'permission').count()).toBe(0);
  expect(await markOf(officer, 'coordinator-consent').textContent()).toContain(
    officer.text('review', 'checklist.consentOpen'),
  );
  expect(await rawTexts(page)).toEqual([]);
  expect(await seriousViolations(page)).toEqual([]);
  await backToQueue(officer);
});

const set: [DocumentKind, 'received' | 'checked' | 'not-needed'][] = [
  ['coordinator-consent', 'received'],
  ['aadhaar', 'checked'],
  ['pan', 'received'],
  ['old-id', 'not-needed'],
];

async function seeMarks(): Promise<void> {
  const { officer } = scene;
  for (const [kind, chosen] of set) {
    const words = officer.text('review', `checklist.marks.${chosen}`);
    await expect.poll(() => markOf(officer, kind).textContent(), { message: kind }).toContain(words);
  }
}

test('what was marked is in the draft, also after a power cut', async () => {
  const { officer } = scene;
  await officer.open(cases.request('lost').requestNo);
  for (const [kind, chosen] of set) await mark(officer, kind, chosen);
  await seeDraftSaved(officer);
  await backToQueue(officer);
  await officer.open(cases.request('lost').requestNo);
  await seeMarks();
  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  await scene.officer.open(cases.request('lost').requestNo);
  await seeMarks();
});

test('the decision carries all seven marks to the server, and the order prints them, but for the permission that it is', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('lost');
  await officer.decide('approve');
  await officer.seeRecorded('approve');
  await officer.sealAll();
  const row = officer.outboxRow(request.requestNo);
  await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).waitFor();
  const { content } = await acceptedOnServer(office, request.id);
  const marks = new Map(content.checklist.map((one) => [one.kind, one.mark]));
  expect(Object.fromEntries(marks)).toEqual({
    aadhaar: 'checked',
    pan: 'received',
    'old-id': 'not-needed',
    'new-id': 'not-needed',
    application: 'needed',
    permission: 'not-needed',
    'coordinator-consent': 'received',
  });

  const paper = { kind: 'order', decisionId: content.id } as const;
  const made = await callDesk(page, 'paper.make', { paper, language: 'hi' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const read = async (url: string) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())];
  const words = pdfWords(new Uint8Array(await page.evaluate(read, made.value.url))).join(' ');
  const list = words.slice(words.indexOf(paperTexts.order.checklist));
  for (const [kind, chosen] of marks) {
    if (kind === 'permission') continue;
    expect(list).toContain(`${paperTexts.documents[kind]} ${paperTexts.marks[chosen]}`);
  }
  expect(list).not.toContain(`${paperTexts.documents.permission} ${paperTexts.marks['not-needed']}`);

  await row.getByRole('button', { name: officer.text('outbox', 'openRequest') }).click();
  await page
    .locator('.review-check')
    .getByRole('button', { name: officer.text('review', 'checklist.permissionOrder') })
    .click();
  await officer.dialog.waitFor();
});
