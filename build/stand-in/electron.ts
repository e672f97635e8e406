import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard } from './desktop/clipboard.ts';
import { dialog } from './desktop/dialog.ts';
import { Menu } from './desktop/menu.ts';
import { nativeTheme } from './desktop/native-theme.ts';
import { Notification } from './desktop/notification.ts';
import { powerMonitor } from './desktop/power-monitor.ts';
import { safeStorage } from './desktop/safe-storage.ts';
import { shell } from './desktop/shell.ts';
import { Tray } from './desktop/tray.ts';
import { ipcMain } from './ipc-main.ts';
import { missingModule } from './not-in-stand-in.ts';
import { session } from './session.ts';
import { utilityProcess } from './utility-process.ts';

/** What `import … from 'electron'` and `require('electron')` give on the stand-in. */
export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  safeStorage,
  session,
  shell,
  Tray,
  utilityProcess,
};

/** The default session's schemes. */
export const protocol = session.defaultSession.protocol;

export const autoUpdater = missingModule('autoUpdater');
export const BaseWindow = missingModule('BaseWindow');
export const contentTracing = missingModule('contentTracing');
export const crashReporter = missingModule('crashReporter');
export const desktopCapturer = missingModule('desktopCapturer');
export const globalShortcut = missingModule('globalShortcut');
export const inAppPurchase = missingModule('inAppPurchase');
export const MenuItem = missingModule('MenuItem');
export const MessageChannelMain = missingModule('MessageChannelMain');
export const nativeImage = missingModule('nativeImage');
export const net = missingModule('net');
export const netLog = missingModule('netLog');
export const powerSaveBlocker = missingModule('powerSaveBlocker');
export const pushNotifications = missingModule('pushNotifications');
export const screen = missingModule('screen');
export const systemPreferences = missingModule('systemPreferences');
export const View = missingModule('View');
export const webContents = missingModule('webContents');
export const WebContentsView = missingModule('WebContentsView');
export const webFrameMain = missingModule('webFrameMain');
