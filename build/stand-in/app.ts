import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Emitter, PreventableEvent } from './emitter.ts';
import { NotInStandInError, throwByName } from './not-in-stand-in.ts';
import { SingleInstance } from './single-instance.ts';
import { requireTestFolder } from './test-folder.ts';

interface Closable {
  id: number;
  isDestroyed(): boolean;
  /** @returns false when a `close` listener prevented it. */
  tryClose(): Promise<boolean>;
}

/** What ends with the app: Chromium, registered by the module that started it. */
const endings: (() => Promise<void>)[] = [];
const windows = new Map<number, Closable>();

/** Registers work for the very end; each gets three seconds. */
export function atEnd(end: () => Promise<void>): void {
  endings.push(end);
}

/** Keeps the list of windows for `quit` and `window-all-closed`. */
export function trackWindow(window: Closable): void {
  windows.set(window.id, window);
}

export function untrackWindow(window: Closable): void {
  windows.delete(window.id);
  if (windows.size > 0 || state.isQuitting) return;
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
  else app.quit();
}

const state = { isReady: false, isQuitting: false, isEnding: false, exitCode: 0 };

interface Manifest {
  name: string;
  productName?: string;
  version: string;
}

const appPath = findAppPath(dirname(process.argv[1] ?? process.cwd()));
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as Manifest;

type AppMembers = Pick<
  Electron.App,
  | 'isPackaged'
  | 'name'
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'getVersion'
  | 'getName'
  | 'getAppPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPath'
  | 'setPath'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'setAppUserModelId'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
>;

class App extends Emitter implements AppMembers {
  readonly isPackaged = false;
  readonly commandLine = throwByName('app.commandLine', new CommandLine());
  name = manifest.productName ?? manifest.name;
  private readonly paths = new Map<string, string>();
  private lock: SingleInstance | null = null;
  private handingOver: Promise<void> = Promise.resolve();

  constructor() {
    super(
      'app',
      [
        'ready',
        'window-all-closed',
        'before-quit',
        'will-quit',
        'quit',
        'second-instance',
        'web-contents-created',
        'browser-window-created',
        'render-process-gone',
      ],
      [
        'activate',
        'open-url',
        'open-file',
        'child-process-gone',
        'certificate-error',
        'login',
        'select-client-certificate',
      ],
    );
  }

  isReady(): boolean {
    return state.isReady;
  }

  whenReady(): Promise<void> {
    if (state.isReady) return Promise.resolve();
    return new Promise((resolve) => this.once('ready', () => resolve()));
  }

  /** As Electron: `before-quit`, the windows close, `will-quit`, `quit`; a listener may prevent the first three. */
  quit(): void {
    if (state.isQuitting || state.isEnding) return;
    state.isQuitting = true;
    void this.closeAll().then((isClosed) => (isClosed ? end(0) : undefined));
  }

  exit(exitCode = 0): void {
    void end(exitCode);
  }

  getVersion(): string {
    return manifest.version;
  }

  getName(): string {
    return this.name;
  }

  getAppPath(): string {
    return appPath;
  }

  getLocale(): string {
    return new Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  /** @throws Error for a data folder that no demo or test made. */
  getPath(name: string): string {
    const known: Record<string, string> = { home: homedir(), temp: tmpdir(), exe: process.execPath };
    const path = this.paths.get(name === 'sessionData' ? 'userData' : name) ?? known[name];
    if (path === undefined) throw new NotInStandInError(`app.getPath('${name}') without a setPath before it`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (name === 'userData') {
      mkdirSync(path, { recursive: true });
      requireTestFolder(path);
    }
    this.paths.set(name, path);
  }

  enableSandbox(): void {
    if (state.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    this.commandLine.appendSwitch('disable-gpu');
  }

  setAppUserModelId(): void {
    // Windows only; on the systems of the stand-in Electron does nothing either.
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const lock = (this.lock ??= new SingleInstance(this.getPath('userData')));
    const isFirst = lock.acquire(({ argv, workingDirectory, additionalData: data }) => {
      this.emit('second-instance', new PreventableEvent(), argv, workingDirectory, data);
    });
    if (isFirst) return true;
    this.lock = null;
    const argv = [...process.argv];
    this.handingOver = lock.handOver({ argv, workingDirectory: process.cwd(), additionalData });
    return false;
  }

  hasSingleInstanceLock(): boolean {
    return this.lock !== null;
  }

  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = null;
  }

  /** Waits until a second instance has told the first one. */
  handedOver(): Promise<void> {
    return this.handingOver;
  }

  private async closeAll(): Promise<boolean> {
    if (this.isPrevented('before-quit')) return false;
    for (const window of [...windows.values()]) if (!(await window.tryClose())) return this.stay();
    return !this.isPrevented('will-quit');
  }

  private isPrevented(event: string): boolean {
    const preventable = new PreventableEvent();
    this.emit(event, preventable);
    if (preventable.defaultPrevented) this.stay();
    return preventable.defaultPrevented;
  }

  /** At once, not a turn later: the listener that prevented a quit may ask for the next one right away. */
  private stay(): false {
    state.isQuitting = false;
    return false;
  }
}

class CommandLine implements Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'> {
  private readonly switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value);
  }

  hasSwitch(name: string): boolean {
    return this.switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? '';
  }
}

export const app = throwByName('app', new App());

async function end(exitCode: number): Promise<void> {
  if (state.isEnding) return;
  state.isEnding = true;
  app.emit('quit', new PreventableEvent(), exitCode);
  const patience = new Promise((resolve) => setTimeout(resolve, 3000));
  await Promise.race([Promise.all([app.handedOver(), ...endings.map((ending) => ending())]), patience]);
  app.releaseSingleInstanceLock();
  process.exit(exitCode);
}

/** The folder with the nearest package.json above the main script, as Electron is given it. */
function findAppPath(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder;
  return findAppPath(dirname(folder));
}

/** Chromium is gone: in Electron that is the same process, so the app must not live on without it. */
export function chromiumIsGone(): void {
  if (state.isEnding) return;
  process.stderr.write('Chromium has ended, and the app ends with it.\n');
  app.quit();
  setTimeout(() => void end(1), 3000).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

/** Tests and the demo start us with a pipe: when they die, however they die, it closes, and no app stays behind. */
if (process.env['DESK_END_WITH_STDIN'] === '1') process.stdin.resume().once('close', () => void end(1));

/** After the main module's own first turn, as in Electron: it sets paths and schemes before the app is ready. */
setImmediate(() => {
  state.isReady = true;
  app.emit('ready', new PreventableEvent(), {});
});
