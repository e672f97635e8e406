import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { driveDesk, type DrivenDesk } from '../../support/drive-desk.ts';
import { startOffice, type Office } from '../../support/e2e/office.ts';
import { Officer } from '../../support/officer/officer.ts';
import { anotherRequest, pendingRequests } from './support/decidable.ts';
import { seeError, seeInBoth, seeStrip, speak } from './support/sentences.ts';
import { syncOnce } from './support/sync-once.ts';

const folder = mkdtempSync(join(tmpdir(), 'disk-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m,mode=700', 'tmpfs', folder], {
  encoding: 'utf8',
});
const whyNot =
  mounted.status === 0 ? null : (mounted.error?.message ?? mounted.stderr.trim()) || 'mount gave no reason';
if (whyNot !== null) console.warn(`The full disk is not tried here, no small disk can be mounted: ${whyNot}`);

const filler = join(folder, 'filler');
const remarks = `नमूना: डिस्क भरने पर लिखा ${'क'.repeat(1200)}`;

/** Takes every byte that is left. */
function fill(): void {
  const file = openSync(filler, 'a');
  try {
    for (const size of [1024 * 1024, 4096, 1]) {
      const piece = Buffer.alloc(size, 1);
      while (takes(file, piece));
    }
  } finally {
    closeSync(file);
  }
}

function takes(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

function free(): void {
  rmSync(filler, { force: true });
}

afterAll(() => {
  if (whyNot === null) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(whyNot !== null)('a full disk', () => {
  let office: Office;
  let desk: DrivenDesk;
  let officer: Officer;

  const launch = async () => {
    desk = await driveDesk({ dataFolder: join(folder, 'data'), serverUrl: office.link.url });
    desk.page.setDefaultTimeout(20_000);
    officer = new Officer(desk.page);
    // The choice of a language may not have been kept while the disk was full.
    await speak(desk.page, 'hi');
  };

  beforeAll(async () => {
    await bundle();
    office = await startOffice({ requests: 24, hasScans: false });
    await launch();
  });

  afterAll(async () => {
    await desk.dispose();
    await office.close();
  });

  test('enrolling says so, and goes through with the same code once there is room', async () => {
    fill();
    await officer.enrol(office.freshCode());
    const submit = officer.button('sign-in', 'enrol.submit');
    // The language, too, may say that it could not be kept: the enrolment has its answer when its button is back.
    await expect.poll(() => submit.getAttribute('data-pending'), { timeout: 30_000 }).toBeNull();
    await seeError(desk.page, 'disk-full');
    free();
    await submit.click();
    await officer.keepRecoveryKey();
    await officer.seeQueue();
    await officer.seeSync('complete');
    await expect(office.server.data.devices()).resolves.toHaveLength(1);
  });

  /** In the open dialog: the decision is not recorded, and why. */
  async function expectRefused(reader: Officer): Promise<void> {
    await reader.confirm();
    await reader.dialog.getByText(reader.text('errors', 'disk-full.title')).waitFor();
    await reader.dialog.getByText(reader.text('errors', 'disk-full.advice')).waitFor();
    await reader.dialog
      .getByRole('button', { name: reader.text('review', 'confirm.cancel') })
      .last()
      .click();
    await reader.dialog.waitFor({ state: 'detached' });
  }

  test('draft and decision say so, what was typed stays, and freeing is enough', async () => {
    // Started anew, the log of the database is short: no room that it had before is left to it.
    await desk.quit();
    await launch();
    await officer.signIn();
    await officer.seeQueue();
    await officer.seeSync('complete');
    const [request] = await pendingRequests(office);
    await officer.open(request?.requestNo ?? '');

    fill();
    await officer.prepare('return', remarks);
    await expectRefused(officer);
    await speak(desk.page, 'en');
    const english = new Officer(desk.page, 'en');
    await english.button('review', 'decide.record').click();
    await expectRefused(english);
    await seeInBoth(desk.page, desk.page.locator('.review-save'), ['review', 'draft.failed']);
    await expect(officer.remarks.inputValue()).resolves.toBe(remarks);

    free();
    await officer.button('review', 'decide.record').click();
    await officer.dialog.waitFor();
    await officer.confirm();
    await officer.seeRecorded('return');
  });

  test('the sync says so, and receives once there is room', async () => {
    const more = await anotherRequest(office, 1, { reason: `नमूना ${'ख'.repeat(1900)}` });
    await desk.quit();
    await launch();
    await officer.signIn();
    await officer.seeQueue();
    await syncOnce(desk.page);
    for (let nth = 0; nth < 40; nth += 1) {
      await office.server.data.putRequest(await anotherRequest(office, nth, { reason: more.reason }));
    }
    fill();
    await syncOnce(desk.page);
    await seeStrip(desk.page, 'disk-full');
    free();
    await syncOnce(desk.page);
    await officer.open('MIG/MORE/0040');
    await officer.goTo('outbox');
    await officer.sealAll();
    await officer.seeSync('complete');
    await expect(office.server.data.countDecisions('accepted')).resolves.toBe(1);
  });
});
