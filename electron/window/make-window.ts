import { BrowserWindow, type Session } from 'electron';

export interface WindowOptions {
  session: Session;
  preload: string;
  title: string;
  isPackaged: boolean;
}

/**
 * The one window, with every point of Electron's checklist that concerns a window set, not left to defaults. Its page
 * is loaded by the caller, who must know the window before the page's first call comes.
 */
export function makeWindow({ session, preload, title, isPackaged }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title,
    backgroundColor: '#f4f5f7',
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  return window;
}
