import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';

/** One folder is the stick: the stand-in's dialogs save to it and choose the first file in it. */
const stick = mkdtempSync(join(tmpdir(), 'desk-stick-'));
beforeAll(() => {
  process.env['DESK_TEST_SAVE_DIR'] = stick;
  process.env['DESK_TEST_OPEN_DIR'] = stick;
});

const cases = sampleCases({ first: { change: passing }, second: { change: passing } });
const scene = useScene({ isEnrolled: false, hasScans: false, requests: 40, shape: cases.shape });

afterAll(() => {
  delete process.env['DESK_TEST_SAVE_DIR'];
  delete process.env['DESK_TEST_OPEN_DIR'];
  rmSync(stick, { recursive: true });
});

async function openCourier(): Promise<void> {
  const { officer } = scene;
  await officer.goTo('outbox');
  await officer.button('outbox', 'courier').click();
}

async function readStick(): Promise<void> {
  await openCourier();
  await scene.officer.button('courier', 'read.button').click();
}

function emptyStick(): void {
  for (const name of readdirSync(stick)) rmSync(join(stick, name));
}

test('a whole day without a link: cases, decisions and receipts come and go on a stick', async () => {
  const { office, officer, page } = scene;
  // The enrolment needs the network once; from then on nothing passes.
  office.server.setFault(({ path }) => (/^\/v1\/(health|enrol)$/.test(path) ? 'none' : 'drop'));
  await officer.enrol(office.freshCode());
  await officer.keepRecoveryKey();
  await office.link.cut();

  const [device] = await office.server.data.devices();
  const morning = await office.server.data.courierFor(device?.id ?? '');
  if (!morning.ok) throw new Error(morning.error);
  writeFileSync(join(stick, morning.value.fileName), morning.value.bytes.subarray(0, 5000));
  await readStick();
  await page.getByText(officer.text('errors', 'courier.fault.half-copied')).waitFor();
  writeFileSync(join(stick, morning.value.fileName), morning.value.bytes);
  await readStick();
  await page.getByText(officer.text('courier', 'read.done')).waitFor();
  await officer.goTo('queue');
  await officer.seeQueue();

  const decided = [cases.request('first'), cases.request('second')];
  for (const request of decided) {
    await officer.open(request.requestNo);
    await officer.decide('approve', 'नमूना: बिना नेटवर्क के');
    await officer.seeRecorded('approve');
  }
  await officer.sealAll();
  emptyStick();
  await openCourier();
  await officer.button('courier', 'write.button').click();
  await page.getByText(officer.text('courier', 'write.done')).waitFor();

  const [sent] = readdirSync(stick);
  const out = readFileSync(join(stick, sent ?? ''));
  for (const { requestNo, kioskCode } of decided) {
    expect(out.includes(requestNo) || out.includes(kioskCode)).toBe(false);
  }
  const evening = await office.server.data.answerCourier(out);
  if (!evening.ok) throw new Error(evening.error);
  expect(evening.value.answers).toBe(2);
  emptyStick();
  writeFileSync(join(stick, evening.value.fileName), evening.value.bytes);
  await readStick();
  await page.getByText(officer.text('courier', 'read.done')).waitFor();

  await officer.goTo('outbox');
  for (const { id, requestNo } of decided) {
    const row = officer.outboxRow(requestNo);
    await row.getByText(officer.text('common', 'decisionState.accepted')).waitFor();
    await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).waitFor();
    expect((await office.server.data.request(id))?.status).toBe('approved');
  }
  expect(await office.server.data.countDecisions('accepted')).toBeGreaterThanOrEqual(2);

  // Read once more, it changes nothing and says so.
  await readStick();
  await page.getByText(officer.text('courier', 'read.again')).waitFor();
});
