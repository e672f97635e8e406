import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from '../../build/bundle.ts';
import type { Outcome } from '../../shared/domain/decision.ts';
import { withPending } from '../e2e/faults/support/decidable.ts';
import { Random } from '../central-server/seed/random.ts';
import { driveDesk, makeDataFolder, type DrivenDesk } from '../support/drive-desk.ts';
import { startOffice, type Office } from '../support/e2e/office.ts';
import { Officer } from '../support/officer/officer.ts';
import { countDecisions, type Account } from './account.ts';
import type { DrillOptions } from './drill.ts';

const outcomes: readonly Outcome[] = ['approve', 'return', 'reject'];

/**
 * Starts the app, signs in, decides one request, and kills the main process (-9) as soon as the window says that the
 * decision is recorded, at once or up to 30 ms later: as often as `count`. Then seals and syncs, and compares with the
 * server.
 * @param say one line for each kill.
 */
export async function killAfterRecord(
  { count, seed }: DrillOptions,
  say: (line: string) => void,
): Promise<Account> {
  await bundle();
  const office = await startOffice({ requests: 10, hasScans: false, shape: withPending(count) });
  const random = new Random(seed);
  const dataFolder = makeDataFolder();
  const open: DrivenDesk[] = [];
  const launch = async () => {
    const desk = await driveDesk({ dataFolder, serverUrl: office.link.url });
    open.push(desk);
    return desk;
  };
  try {
    await enrol(await launch(), office);
    const recorded: string[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const requestNo = `MIG/MORE/${String(nth + 1).padStart(4, '0')}`;
      const desk = await launch();
      await recordAndKill(desk, requestNo, random);
      recorded.push(requestNo);
      say(`${nth + 1} of ${count}: ${requestNo} recorded, killed`);
    }
    await sendAll(await launch());
    return await countDecisions(office, recorded);
  } finally {
    for (const desk of open) await desk.dispose();
    await office.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function enrol(desk: DrivenDesk, office: Office): Promise<void> {
  const officer = new Officer(desk.page);
  await officer.enrol(office.freshCode());
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await officer.seeSync('complete');
  await desk.quit();
}

async function recordAndKill(desk: DrivenDesk, requestNo: string, random: Random): Promise<void> {
  const officer = new Officer(desk.page);
  const outcome = random.pick(outcomes);
  await officer.signIn();
  await officer.seeQueue();
  await officer.open(requestNo);
  await officer.decide(outcome, 'नमूना: अभ्यास');
  await officer.seeRecorded(outcome);
  if (random.chance(0.5)) await sleep(random.next() * 30);
  await desk.kill9();
}

/** Whatever the grace period has not sealed by itself is sealed by hand. */
async function sendAll(desk: DrivenDesk): Promise<void> {
  const officer = new Officer(desk.page);
  await officer.signIn();
  await officer.seeQueue();
  await officer.goTo('outbox');
  await desk.page.getByRole('row').nth(1).waitFor();
  if (await officer.sealAllButton.isVisible()) await officer.sealAll();
  await officer.syncNow();
  await officer.seeSync('complete');
  await desk.quit();
}
