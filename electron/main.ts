import { app, Menu } from 'electron';
import { composeDesk } from './compose.ts';
import { chooseDataFolder } from './data-folder.ts';
import { registerAppScheme } from './window/app-protocol.ts';
import { guardAllContents } from './window/guard-contents.ts';

/** Must happen before the app is ready: Electron fixes privileges and sandboxing at start. */
registerAppScheme();
app.enableSandbox();
chooseDataFolder(app);

/** Two processes on one vault would race for it: the second hands over to the first and ends. */
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  guardAllContents(app);
  await app.whenReady();
  Menu.setApplicationMenu(null);
  const desk = await composeDesk();
  app.on('second-instance', () => {
    desk.showWindow();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  quitAfter(() => desk.close());
}

/** Holds the first quit until what is queued has committed and the worker has ended. */
function quitAfter(close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
