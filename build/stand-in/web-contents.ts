import type { CDPSession, Frame, Page, Request as PageRequest } from 'playwright-core';
import { pageOrigin, toAppUrl, toPageUrl } from './app-origin.ts';
import { app } from './app.ts';
import { Emitter, PreventableEvent } from './emitter.ts';
import { ipcMain } from './ipc-main.ts';
import { NotInStandInError, throwByName } from './not-in-stand-in.ts';
import { openLink, type PageLink } from './page-link.ts';
import { printPage, printPageToPdf } from './printing.ts';
import type { Session } from './session.ts';

type WindowOpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;
type WebContentsMembers = Pick<
  Electron.WebContents,
  'id' | 'getURL' | 'getTitle' | 'isDestroyed' | 'isLoading' | 'isCrashed' | 'reload' | 'send' | 'getType'
>;

let lastId = 0;

/** What is shown in a window: one page of the session's context. */
export class WebContents extends Emitter implements WebContentsMembers {
  readonly id = ++lastId;
  readonly session: Session;
  /** Resolves when the page is there and the preload is in it. */
  readonly opened: Promise<Page>;
  private readonly preload: string;
  private page: Page | null = null;
  private link: PageLink | null = null;
  private unsent: [string, unknown[]][] = [];
  private windowOpenHandler: WindowOpenHandler | null = null;
  /** The address that the main process itself asked for; every other navigation is the page's own wish. */
  private expectedUrl: string | null = null;
  private isGone = false;
  private isBusy = false;
  private hasCrashed = false;

  constructor(session: Session, preload: string, newPage: (session: Session) => Promise<Page>) {
    super(
      'webContents',
      [
        'will-navigate',
        'did-start-loading',
        'did-stop-loading',
        'did-finish-load',
        'did-fail-load',
        'dom-ready',
        'preload-error',
        'render-process-gone',
        'destroyed',
      ],
      [
        'will-attach-webview',
        'did-create-window',
        'will-redirect',
        'will-frame-navigate',
        'unresponsive',
        'responsive',
      ],
    );
    this.session = session;
    this.preload = preload;
    this.opened = this.open(newPage);
    // Whoever loads an address sees the failure; without a load nobody asked for the page.
    this.opened.catch(() => undefined);
  }

  get mainFrame(): Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'name'> {
    const url = this.getURL();
    const origin = /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? 'null';
    return throwByName('webFrameMain', { url, origin, parent: null, name: '' });
  }

  getType(): 'window' {
    return 'window';
  }

  getURL(): string {
    const url = this.page && !this.isGone ? this.page.url() : '';
    return url === 'about:blank' ? '' : toAppUrl(url);
  }

  getTitle(): string {
    return this.getURL();
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  isLoading(): boolean {
    return this.isBusy;
  }

  isCrashed(): boolean {
    return this.hasCrashed;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  /** Lost, as with Electron, when the page goes away before it arrives. */
  send(channel: string, ...values: unknown[]): void {
    if (this.isGone) throw new TypeError('Object has been destroyed');
    if (this.link) this.link.send(channel, values);
    else this.unsent.push([channel, values]);
  }

  reload(): void {
    void this.load(this.page?.url() ?? '').catch(() => undefined);
  }

  /** @throws Error when the address cannot be loaded; `did-fail-load` was emitted then. */
  async loadURL(url: string): Promise<void> {
    await this.load(toPageUrl(url));
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    return printPageToPdf(await this.opened, options);
  }

  print(
    options: Electron.WebContentsPrintOptions = {},
    answer: (success: boolean, failureReason: string) => void = () => undefined,
  ): void {
    void this.opened
      .then((page) => printPage(page, options, answer))
      .catch((error: unknown) => {
        answer(false, String(error));
      });
  }

  private async load(pageUrl: string): Promise<void> {
    const page = await this.opened;
    this.expectedUrl = pageUrl;
    this.isBusy = true;
    this.emit('did-start-loading');
    try {
      if (page.url() === pageUrl) await page.reload({ waitUntil: 'load' });
      else await page.goto(pageUrl, { waitUntil: 'load' });
    } catch (error) {
      const event = new PreventableEvent();
      this.emit('did-fail-load', event, -2, String(error), toAppUrl(pageUrl), true);
      throw error;
    } finally {
      this.isBusy = false;
      this.emit('did-stop-loading');
    }
  }

  private async open(newPage: (session: Session) => Promise<Page>): Promise<Page> {
    const page = await newPage(this.session);
    const stopJudging = this.session.addNavigationJudge((request) => this.mayNavigate(page, request));
    page.on('close', () => {
      this.isGone = true;
      stopJudging();
      this.emit('destroyed');
    });
    page.on('crash', () => {
      this.crashed();
    });
    page.on('domcontentloaded', () => this.emit('dom-ready', new PreventableEvent()));
    page.on('load', () => this.emit('did-finish-load'));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    this.page = page;
    await this.connect(page);
    return page;
  }

  private async connect(page: Page): Promise<void> {
    const client: CDPSession = await page.context().newCDPSession(page);
    await client.send('Page.enable');
    client.on('Page.windowOpen', ({ url }) => {
      this.askedForWindow(url);
    });
    // One scheme of the app's own is all that the link needs to trust; the session knows which.
    const origin = pageOrigin(this.session.protocol.firstScheme() ?? 'desk');
    const events = {
      invoke: (channel: string, values: unknown[]) => ipcMain.invoked(this.ipcEvent(), channel, values),
      send: (channel: string, values: unknown[]) => {
        ipcMain.sent(this.ipcEvent(), channel, values);
      },
      preloadFailed: (error: unknown) => {
        process.stderr.write(`The preload failed: ${String(error)}\n`);
        this.emit('preload-error', new PreventableEvent(), '', error);
      },
    };
    this.link = await openLink(page, origin, events, this.preload);
    for (const [channel, values] of this.unsent.splice(0)) this.link.send(channel, values);
  }

  private ipcEvent(): object {
    const event = { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1, type: 'frame' };
    return throwByName('ipcMain event', event);
  }

  /** A reload of what is shown passes, as with Electron; so does what the main process asked for. */
  private mayNavigate(page: Page, request: PageRequest): boolean {
    const frame = frameOf(request);
    if (frame === null || frame.page() !== page) return true;
    if (frame !== page.mainFrame()) return true;
    const url = request.url();
    const isExpected = url === this.expectedUrl;
    this.expectedUrl = null;
    if (isExpected || url === page.url()) return true;
    const event = Object.assign(new PreventableEvent(), {
      url: toAppUrl(url),
      isMainFrame: true,
      isSameDocument: false,
    });
    this.emit('will-navigate', event, event.url);
    return !event.defaultPrevented;
  }

  private askedForWindow(url: string): void {
    const details = { url: toAppUrl(url), frameName: '', features: '', disposition: 'new-window' };
    const answer = this.windowOpenHandler?.(details as Electron.HandlerDetails) ?? { action: 'deny' };
    if (answer.action !== 'deny')
      throw new NotInStandInError('webContents.setWindowOpenHandler with an allowed window');
  }

  private crashed(): void {
    this.hasCrashed = true;
    const details = { reason: 'crashed', exitCode: 1 };
    this.emit('render-process-gone', new PreventableEvent(), details);
    app.emit('render-process-gone', new PreventableEvent(), this, details);
  }
}

/** Requests of service workers belong to no frame; those are blocked before they get here. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
