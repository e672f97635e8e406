import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { app, trackWindow, untrackWindow } from './app.ts';
import { isHeadless } from './browser.ts';
import { Emitter, PreventableEvent } from './emitter.ts';
import { NotInStandInError, refuseUnknownOptions, throwByName } from './not-in-stand-in.ts';
import { session, type Session } from './session.ts';
import { WebContents } from './web-contents.ts';

const knownOptions = [
  ...['width', 'height', 'minWidth', 'minHeight', 'x', 'y', 'center', 'show', 'title', 'icon'],
  ...['backgroundColor', 'autoHideMenuBar', 'webPreferences'],
];
/** Each with the one value that the stand-in can hold to; another value would promise what it does not do. */
const heldPreferences: Record<string, unknown> = {
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
};
const freePreferences = ['session', 'partition', 'preload', 'spellcheck', 'devTools', 'backgroundThrottling'];

type WindowMembers = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'destroy'
  | 'show'
  | 'hide'
  | 'focus'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'isMinimized'
  | 'isMaximized'
  | 'isVisible'
  | 'isDestroyed'
  | 'setTitle'
  | 'getTitle'
  | 'setMenuBarVisibility'
  | 'removeMenu'
  | 'loadURL'
>;

/** A window of the app: a page of its own, in a window of Chromium or, headless, in memory. */
class Window extends Emitter implements WindowMembers {
  readonly id: number;
  readonly webContents: WebContents;
  private title: string;
  private isGone = false;
  private isShown: boolean;
  private state: 'normal' | 'minimized' | 'maximized' = 'normal';
  private client: CDPSession | null = null;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(
      'BrowserWindow',
      ['ready-to-show', 'close', 'closed', 'show', 'hide', 'focus', 'minimize', 'maximize', 'restore'],
      [
        'blur',
        'resize',
        'move',
        'unresponsive',
        'responsive',
        'session-end',
        'enter-full-screen',
        'leave-full-screen',
      ],
    );
    const { preload, session: given } = checkedPreferences(options.webPreferences ?? {});
    this.title = options.title ?? app.name;
    this.isShown = options.show !== false;
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
    this.webContents = throwByName('webContents', new WebContents(given, source, newPage));
    this.id = this.webContents.id;
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', new PreventableEvent()));
    this.webContents.once('destroyed', () => {
      this.gone();
    });
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  isVisible(): boolean {
    return this.isShown && this.state !== 'minimized';
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  getTitle(): string {
    return this.title;
  }

  /** Chromium shows the document's own title; this one is kept for `getTitle`. */
  setTitle(title: string): void {
    this.title = title;
  }

  setMenuBarVisibility(): void {
    // No window of the stand-in has a menu bar.
  }

  removeMenu(): void {
    // No window of the stand-in has a menu bar.
  }

  show(): void {
    this.isShown = true;
    this.emit('show');
    this.focus();
  }

  hide(): void {
    this.isShown = false;
    this.emit('hide');
  }

  focus(): void {
    void this.webContents.opened
      .then((page) => page.bringToFront())
      .then(
        () => this.emit('focus', new PreventableEvent()),
        () => undefined,
      );
  }

  minimize(): void {
    this.setState('minimized', 'minimize');
  }

  maximize(): void {
    this.setState('maximized', 'maximize');
  }

  restore(): void {
    this.setState('normal', 'restore');
  }

  close(): void {
    void this.tryClose();
  }

  destroy(): void {
    void this.closePage();
  }

  /** @returns false when a `close` listener prevented it. */
  async tryClose(): Promise<boolean> {
    if (this.isGone) return true;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.closePage();
    return true;
  }

  private async closePage(): Promise<void> {
    const page = await this.webContents.opened.catch(() => null);
    await page?.close().catch(() => undefined);
    this.gone();
  }

  private gone(): void {
    if (this.isGone) return;
    this.isGone = true;
    windows.delete(this.id);
    this.emit('closed');
    untrackWindow(this);
  }

  private setState(state: 'normal' | 'minimized' | 'maximized', event: string): void {
    this.state = state;
    this.emit(event);
    if (!isHeadless) void this.moveChromium(state).catch(() => undefined);
  }

  private async moveChromium(windowState: 'normal' | 'minimized' | 'maximized'): Promise<void> {
    const page = await this.webContents.opened;
    this.client ??= await page.context().newCDPSession(page);
    const { windowId } = await this.client.send('Browser.getWindowForTarget');
    await this.client.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }
}

const windows = new Map<number, Window>();

function checkedPreferences(given: Electron.WebPreferences): {
  preload: string | undefined;
  session: Session;
} {
  const where = 'BrowserWindow webPreferences';
  refuseUnknownOptions(where, given, [...freePreferences, ...Object.keys(heldPreferences)]);
  for (const [name, held] of Object.entries(heldPreferences)) {
    const value = given[name as keyof Electron.WebPreferences];
    if (value !== undefined && value !== held)
      throw new NotInStandInError(`${where} ${name}: ${JSON.stringify(value)}`);
  }
  const own = given.session as unknown as Session | undefined;
  return { preload: given.preload, session: own ?? session.fromPartition(given.partition ?? '') };
}

/**
 * Headless a page in memory; with a display a window without tabs or an address to type in, which Chromium gives to
 * a window that a page opens with a size.
 */
async function newPage(of: Session): Promise<Page> {
  const context = await of.context();
  if (isHeadless) return context.newPage();
  const opener = await context.newPage();
  const opened = context.waitForEvent('page');
  await opener.evaluate(`void window.open('about:blank', '_blank', 'noopener,popup,width=1366,height=768')`);
  const page = await opened;
  await opener.close();
  return page;
}

/** What `new BrowserWindow(…)` makes: a Window that throws by name. */
export const BrowserWindow = throwByName(
  'BrowserWindow',
  Object.assign(
    function makeWindow(options: Electron.BrowserWindowConstructorOptions = {}): Window {
      if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
      refuseUnknownOptions('BrowserWindow', options, knownOptions);
      const window = throwByName('BrowserWindow', new Window(options));
      windows.set(window.id, window);
      trackWindow(window);
      app.emit('web-contents-created', new PreventableEvent(), window.webContents);
      app.emit('browser-window-created', new PreventableEvent(), window);
      return window;
    },
    {
      getAllWindows: (): Window[] => [...windows.values()],
      fromId: (id: number): Window | null => windows.get(id) ?? null,
      fromWebContents: (contents: WebContents): Window | null => windows.get(contents.id) ?? null,
    },
  ),
);
