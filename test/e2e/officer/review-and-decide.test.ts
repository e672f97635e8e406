import { expect, test } from 'vitest';
import type { Outcome } from '../../../shared/domain/decision.ts';
import { ruleIds, type RuleId } from '../../../shared/domain/rule-result.ts';
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { failingTwo, passing, sampleCases, unknownOperator } from '../../support/e2e/sample-cases.ts';
import { backToQueue, factOf, seeConfirmation } from '../../support/officer/reviewing.ts';

const cases = sampleCases({
  reject: { change: passing },
  return: { change: passing },
  hold: { change: passing },
  approve: { change: passing },
  failing: { change: failingTwo },
  unknown: { change: unknownOperator },
});
const scene = useScene({ hasScans: false, requests: 50, shape: cases.shape });

test('a request is found by its number, and the facts and results are those of the server’s request', async () => {
  const { officer, page } = scene;
  const request = cases.request('failing');
  await officer.open(request.requestNo);
  const said = async (group: string, name: string) =>
    (await factOf(officer, group, name).textContent()) ?? '';
  expect(await said('centre', 'kioskCode')).toBe(request.kioskCode);
  expect(await said('centre', 'centreName')).toBe(request.centreName.hi);
  expect(await said('centre', 'block')).toBe(request.block.hi);
  expect(await said('people', 'applicant')).toContain(request.applicant.name.hi);
  expect(await said('lsps', 'reason')).toBe(officer.text('review', 'facts.noReason'));
  expect(await said('dates', 'receivedOn')).toBe(request.receivedOn.split('-').reverse().join('/'));
  expect(await said('fee', 'feePaid')).toBe(officer.text('review', 'facts.feeNone'));

  const shown = await page
    .locator('.review-rule')
    .evaluateAll((lines) =>
      lines.map((line) => [
        line.querySelector('.review-rule-title')?.textContent ?? '',
        line.getAttribute('data-result') ?? '',
      ]),
    );
  // What the case was made to meet and to fail, said once more apart from the engine.
  const failing: readonly RuleId[] = ['fee', 'reason'];
  const wanted = ruleIds.map((id) => [
    officer.text('rules', `${id}.title`),
    failing.includes(id) ? 'fail' : 'pass',
  ]);
  expect(shown.sort()).toEqual(wanted.sort());
  await backToQueue(officer);
});

const remarks = {
  approve: 'नमूना: अभिलेख से मिलान किया',
  reject: 'नमूना: शर्त पूरी नहीं',
  return: 'नमूना: नाम ठीक करके भेजें',
  hold: 'नमूना: आँकड़ों की प्रतीक्षा',
} as const satisfies Record<Outcome, string>;
const statusAfter = { approve: 'approved', reject: 'rejected', return: 'returned', hold: 'on-hold' } as const;

test.each(['approve', 'reject', 'return', 'hold'] as const)(
  '%s: recorded, sealed, sent and accepted with its reasons and remarks',
  async (outcome) => {
    const { officer, office } = scene;
    const request = cases.request(outcome);
    await officer.open(request.requestNo);
    await officer.decide(outcome, remarks[outcome]);
    await officer.seeRecorded(outcome);
    await officer.sealAll();
    const row = officer.outboxRow(request.requestNo);
    await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).waitFor();

    const { content, receipt } = await acceptedOnServer(office, request.id);
    expect(content.outcome).toBe(outcome);
    expect(content.remarks).toBe(remarks[outcome]);
    expect(content.requestVersion).toBe(request.version);
    expect(content.reasonCodes).toHaveLength(outcome === 'reject' || outcome === 'return' ? 1 : 0);
    expect((await office.server.data.request(request.id))?.status).toBe(statusAfter[outcome]);

    await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).click();
    const shown = (await officer.dialog.textContent()) ?? '';
    expect(shown).toContain(receipt.contentHash);
    expect(shown).toContain(content.id);
    expect(shown).toContain(request.requestNo);
    await officer.page.keyboard.press('Escape');
    await officer.dialog.waitFor({ state: 'detached' });
  },
);

test('a rejection without a reason and a return without remarks are not recorded, and what is missing is said', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('unknown');
  await officer.open(request.requestNo);
  await officer.outcomeButton('reject').click();
  await officer.button('review', 'decide.record').click();
  const missing = page.locator('.review-missing');
  await expect
    .poll(() => missing.textContent())
    .toContain(officer.text('review', 'decide.missingItems.reasons'));
  await officer.outcomeButton('return').click();
  await officer.button('review', 'decide.record').click();
  await expect
    .poll(() => missing.textContent())
    .toContain(officer.text('review', 'decide.missingItems.remarks'));
  expect(await officer.dialog.count()).toBe(0);
  await officer.button('review', 'decide.close').click();
  await backToQueue(officer);
  expect((await office.server.data.request(request.id))?.status).toBe('pending');
});

test('approving against conditions that fail demands a reason for each, and sends them', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('failing');
  await officer.open(request.requestNo);
  await officer.outcomeButton('approve').click();
  const reasons = page.locator('.review-overrides input');
  await expect.poll(() => reasons.count()).toBe(2);
  await reasons.nth(0).fill('नमूना: रसीद कार्यालय में देखी');
  await officer.button('review', 'decide.record').click();
  await page.locator('.review-missing').waitFor();
  expect(await officer.dialog.count()).toBe(0);
  await reasons.nth(1).fill('नमूना: कारण मौखिक बताया');
  await officer.button('review', 'decide.record').click();
  const dialog = await seeConfirmation(officer, 'approve');
  await dialog.getByRole('button', { name: officer.text('review', 'confirm.record') }).click();
  await officer.seeRecorded('approve');
  await officer.sealAll();
  await officer
    .outboxRow(request.requestNo)
    .getByRole('button', { name: officer.text('outbox', 'receipt.show') })
    .waitFor();
  const { content } = await acceptedOnServer(office, request.id);
  expect(content.overrides.map(({ ruleId }) => ruleId).sort()).toEqual(['fee', 'reason']);
  expect(content.overrides.map(({ reason }) => reason).sort()).toEqual([
    'नमूना: कारण मौखिक बताया',
    'नमूना: रसीद कार्यालय में देखी',
  ]);
});

test('a condition that is not known must be acknowledged before approving', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('unknown');
  await officer.open(request.requestNo);
  expect(await page.locator('.review-rule[data-result="unknown"]').count()).toBe(1);
  await officer.outcomeButton('approve').click();
  const dialog = await seeConfirmation(officer, 'approve');
  const record = dialog.getByRole('button', { name: officer.text('review', 'confirm.record') });
  expect(await record.isDisabled()).toBe(true);
  await dialog.getByText(officer.text('rules', 'authorised-operator.title')).waitFor();
  await dialog.getByText(officer.text('review', 'confirm.acknowledge')).click();
  await record.click();
  await officer.seeRecorded('approve');
  await officer.sealAll();
  await officer
    .outboxRow(request.requestNo)
    .getByRole('button', { name: officer.text('outbox', 'receipt.show') })
    .waitFor();
  const { content } = await acceptedOnServer(office, request.id);
  expect(content.rules.filter(({ result }) => result === 'unknown').map(({ id }) => id)).toEqual([
    'authorised-operator',
  ]);
});
