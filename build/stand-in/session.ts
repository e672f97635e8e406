import type { BrowserContext, Request as PageRequest } from 'playwright-core';
import { toAppUrl } from './app-origin.ts';
import { browser, isHeadless } from './browser.ts';
import { Emitter } from './emitter.ts';
import { NotInStandInError, refuseUnknownOptions, throwByName } from './not-in-stand-in.ts';
import { makeProtocol } from './protocol.ts';
import { serveRequest } from './serve-request.ts';

type BeforeRequest =
  | ((
      details: Electron.OnBeforeRequestListenerDetails,
      callback: (answer: Electron.CallbackResponse) => void,
    ) => void)
  | null;
type SessionMembers = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'clearStorageData'
  | 'clearCache'
  | 'isPersistent'
  | 'getStoragePath'
  | 'resolveProxy'
>;
/** Asked about each navigation of a page by the window that owns it. */
type NavigationJudge = (request: PageRequest) => boolean;

/** One off-the-record context of Chromium: cookies, IndexedDB and caches live in memory and end with it. */
export class Session extends Emitter implements SessionMembers {
  readonly protocol = makeProtocol();
  readonly webRequest = throwByName('session.webRequest', new WebRequest());
  private readonly judges = new Set<NavigationJudge>();
  private opened: Promise<BrowserContext> | null = null;

  constructor() {
    super('session', [], ['will-download', 'preconnect', 'spellcheck-dictionary-initialized']);
  }

  /** All permissions are refused here whatever the handler would say; the handler itself is not asked. */
  setPermissionRequestHandler(): void {
    return undefined;
  }

  setPermissionCheckHandler(): void {
    return undefined;
  }

  setDevicePermissionHandler(): void {
    return undefined;
  }

  isPersistent(): boolean {
    return false;
  }

  getStoragePath(): null {
    return null;
  }

  /** There are no settings of a system here; the environment's variables are read by the app itself. */
  resolveProxy(): Promise<string> {
    return Promise.resolve('DIRECT');
  }

  /** Of every origin; a choice of storages is not in the stand-in. */
  async clearStorageData(options: object = {}): Promise<void> {
    refuseUnknownOptions('session.clearStorageData', options, []);
    if (!this.opened) return;
    const context = await this.opened;
    await context.clearCookies();
    for (const page of context.pages()) {
      const client = await context.newCDPSession(page);
      const origin = new URL(page.url()).origin;
      if (origin !== 'null') await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await client.detach();
    }
  }

  /** Requests that are routed pass no cache, so there is none to clear. */
  clearCache(): Promise<void> {
    return Promise.resolve();
  }

  /** Chromium's context, opened with the first window of the session. */
  context(): Promise<BrowserContext> {
    this.opened ??= this.open();
    return this.opened;
  }

  addNavigationJudge(judge: NavigationJudge): () => void {
    this.judges.add(judge);
    return () => this.judges.delete(judge);
  }

  private async open(): Promise<BrowserContext> {
    const context = await (
      await browser()
    ).newContext({
      viewport: isHeadless ? { width: 1366, height: 768 } : null,
      acceptDownloads: false,
      serviceWorkers: 'block',
    });
    await context.grantPermissions([]);
    await context.route('**/*', (route) =>
      serveRequest(route, this.protocol, (request) => this.mayLoad(request)),
    );
    return context;
  }

  private async mayLoad(request: PageRequest): Promise<boolean> {
    if (request.isNavigationRequest()) {
      for (const judge of this.judges) if (!judge(request)) return false;
    }
    return this.webRequest.allows(request);
  }
}

class WebRequest implements Pick<Electron.WebRequest, never> {
  private listener: BeforeRequest = null;

  onBeforeRequest(...given: [BeforeRequest] | [Electron.WebRequestFilter, BeforeRequest]): void {
    if (given.length === 2) throw new NotInStandInError('session.webRequest.onBeforeRequest with a filter');
    this.listener = given[0];
  }

  allows(request: PageRequest): Promise<boolean> {
    const { listener } = this;
    if (!listener) return Promise.resolve(true);
    const details = {
      url: toAppUrl(request.url()),
      method: request.method(),
      resourceType: request.resourceType(),
    };
    return new Promise((resolve) => {
      const answer = ({ cancel }: Electron.CallbackResponse) => resolve(cancel !== true);
      listener(details as unknown as Electron.OnBeforeRequestListenerDetails, answer);
    });
  }
}

const partitions = new Map<string, Session>();

/** Electron's `session` module. */
export const session = throwByName('session', {
  fromPartition(partition: string): Session {
    if (partition.startsWith('persist:'))
      throw new NotInStandInError(`session with a partition on disk (${partition})`);
    const known = partitions.get(partition) ?? throwByName('session', new Session());
    partitions.set(partition, known);
    return known;
  },
  get defaultSession(): Session {
    return this.fromPartition('');
  },
});
