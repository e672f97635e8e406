import { app, dialog, Menu } from 'electron';
import { randomBytes } from 'node:crypto';
import { composeDesk, type Desk } from './compose.ts';
import { chooseDataFolder } from './data-folder.ts';
import { failureLog } from './session/failure-log.ts';
import { systemClock } from './session/system-clock.ts';
import { registerAppScheme } from './window/app-protocol.ts';
import { guardAllContents } from './window/guard-contents.ts';

/** Must happen before the app is ready: Electron fixes privileges and sandboxing at start. */
registerAppScheme();
app.enableSandbox();
chooseDataFolder(app);
const log = failureLog(app.getPath('userData'), systemClock.now, () => randomBytes(4).toString('hex'));

/** Two processes on one vault would race for it: the second hands over to the first and ends. */
if (app.requestSingleInstanceLock()) start().catch(endWithFailure);
else app.quit();

async function start(): Promise<void> {
  let desk: Desk | null = null;
  process.on('uncaughtException', endWithFailure);
  process.on('unhandledRejection', (error) => log('unhandled-rejection', error));
  app.on('second-instance', () => desk?.showWindow());
  app.on('window-all-closed', () => {
    app.quit();
  });
  quitAfter(async () => desk?.close());
  guardAllContents(app);
  await app.whenReady();
  Menu.setApplicationMenu(null);
  desk = composeDesk(log);
  await desk.open();
}

/** Holds the first quit until what is queued has committed and the worker has ended. */
function quitAfter(close: () => Promise<void> | undefined): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const ended = () => {
      isClosed = true;
      app.quit();
    };
    Promise.resolve(close())
      .catch((error: unknown) => log('close', error))
      .then(ended, ended);
  });
}

/** A process without a window would hold the lock and keep every later start away. What is on disk is whole. */
function endWithFailure(error: unknown): void {
  const reference = log('start', error);
  dialog.showErrorBox(
    'माइग्रेशन डेस्क · Migration Desk',
    `ऐप बंद करना पड़ा। आपका डेटा सुरक्षित है। ऐप दोबारा खोलें; फिर भी न खुले तो सहायता को यह संख्या बताएँ: ${reference}\n\n` +
      `The app had to close. Your data is safe. Start it again; if that fails, tell the helpdesk: ${reference}`,
  );
  app.exit(1);
}
