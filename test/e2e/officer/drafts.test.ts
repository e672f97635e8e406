import { expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import {
  backToQueue,
  detailInVault,
  draftInVault,
  mark,
  markOf,
  seeDraftSaved,
} from '../../support/officer/reviewing.ts';

const cases = sampleCases({ draft: { change: passing }, aadhaar: { change: passing } });
const scene = useScene({ hasScans: false, requests: 24, shape: cases.shape });

/** Passes Verhoeff, and belongs to nobody: the sample number of the specification. */
const likeAadhaar = '9999 4105 7058';

test('a mark and remarks are kept within a second, and are there after a power cut', async () => {
  const request = cases.request('draft');
  const remarks = 'नमूना: अधूरी टिप्पणी';
  await scene.officer.open(request.requestNo);
  await mark(scene.officer, 'pan', 'received');
  await scene.officer.remarks.fill(remarks);
  const typedAt = Date.now();
  await expect
    .poll(() => draftInVault(scene.officer, request.id).then((draft) => draft?.remarks), { interval: 25 })
    .toBe(remarks);
  expect(Date.now() - typedAt).toBeLessThan(1000);
  await seeDraftSaved(scene.officer);

  await scene.restart('kill9');
  const { officer, page } = scene;
  await officer.signIn();
  await officer.seeQueue();
  await officer.open(request.requestNo);
  expect(await officer.remarks.inputValue()).toBe(remarks);
  await expect
    .poll(() => markOf(officer, 'pan').textContent())
    .toContain(officer.text('review', 'checklist.marks.received'));
  await page.getByText(officer.text('review', 'draft.restored')).waitFor();
  await backToQueue(officer);
  const row = page.locator('.queue-row').filter({ hasText: request.kioskCode });
  await row.getByText(officer.text('queue', 'draft')).waitFor();
});

test('a number like an Aadhaar number is refused on screen, and neither vault nor server gets it', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('aadhaar');
  const before = 'नमूना: कार्ड देखा';
  await officer.open(request.requestNo);
  await officer.remarks.fill(before);
  await seeDraftSaved(officer);
  await officer.remarks.press('End');
  await officer.remarks.pressSequentially(` ${likeAadhaar}`);
  await page.getByText(officer.text('review', 'aadhaar')).waitFor();
  await page.locator('.review-save[data-kind="withheld"]').waitFor();
  await page.keyboard.press('Control+Enter');
  await officer.outcomeButton('approve').click();
  await officer.button('review', 'decide.record').click();
  await expect
    .poll(() => page.locator('.review-missing').textContent())
    .toContain(officer.text('review', 'decide.missingItems.aadhaar'));
  expect(await officer.dialog.count()).toBe(0);
  const kept = (await draftInVault(officer, request.id))?.remarks ?? '';
  expect(kept.startsWith(before)).toBe(true);
  expect(kept.replace(/\D/g, '').length).toBeLessThan(12);

  const forced = await callDesk(page, 'decision.record', {
    requestId: request.id,
    requestVersion: request.version,
    outcome: 'hold',
    reasonCodes: [],
    remarks: likeAadhaar,
    overrides: [],
    checklist: [],
    verdicts: [],
    pins: [],
  });
  expect(forced).toMatchObject({ ok: false, error: { kind: 'aadhaar-number-in-text' } });

  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  const detail = await detailInVault(scene.officer, request.id);
  expect(detail.decision).toBeNull();
  expect(JSON.stringify(detail.draft).replace(/\D/g, '')).not.toContain(likeAadhaar.replace(/\D/g, ''));
  expect(await office.server.data.countDecisions()).toBe(0);
});
