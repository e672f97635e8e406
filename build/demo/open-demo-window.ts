import { driveDesk } from '../../test/support/drive-desk.ts';
import { Officer, samplePassword } from '../../test/support/officer/officer.ts';
import { startOffice } from './start-office.ts';

/** Leaves the desk's window open, enrolled and signed in, until it is closed; then the sample server ends too. */
export async function openDemoWindow(say: (line: string) => void): Promise<void> {
  say('Starting the sample central server …');
  const office = await startOffice();
  const driven = await driveDesk({ serverUrl: office.link.url, isDemo: true, headless: false });
  const officer = new Officer(driven.page);
  await officer.enrol(office.activationCode);
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  say('The desk is open and signed in. All data is a sample (नमूना).');
  say(`To sign in again after locking, the password is: ${samplePassword}`);
  say('Close the window, or press Ctrl-C here, to end the demo; its data is deleted then.');
  process.once('SIGINT', () => void driven.quit());
  await driven.desk.exited;
  await driven.dispose();
  await office.close();
}
