import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../bundle.ts';
import { prepareTestFolder } from '../stand-in/test-folder.ts';
import { findElectron } from './find-electron.ts';

export type Host = 'electron' | 'stand-in';

export interface LaunchOptions {
  /** Absolute. On the stand-in a new, empty or already marked folder; see `prepareTestFolder`. */
  dataFolder: string;
  /** Offered in the enrolment screen. */
  serverUrl?: string;
  /** Marks the window as a demo's. */
  isDemo?: boolean;
  headless?: boolean;
  /** Opens Chromium's debugging port on the loopback address, for tests. */
  cdpPort?: number;
  env?: Record<string, string>;
  /** `auto` takes Electron where its binary is. */
  host?: Host | 'auto';
  /** The bundles, as `bundle()` made them. */
  distFolder?: string;
  /** `pipe` keeps the output for `output()`; `inherit` shows it. */
  stdio?: 'pipe' | 'inherit';
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface LaunchedDesk {
  process: ChildProcess;
  host: Host;
  /** What it has written to standard output and standard error so far; the last 64 KB. */
  output(): string;
  exited: Promise<Exit>;
  /** Sends the signal and waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<Exit>;
}

/** Starts the bundled app on Electron or on the stand-in. The child is the app's main process itself. */
export function launchDesk(options: LaunchOptions): LaunchedDesk {
  const electron = options.host === 'stand-in' ? null : findElectron(repository);
  if (options.host === 'electron' && !electron) throw new Error('Electron is not installed on this machine');
  const host: Host = electron ? 'electron' : 'stand-in';
  const main = join(options.distFolder ?? join(repository, 'dist'), 'electron', 'main.js');
  if (host === 'stand-in') prepareTestFolder(options.dataFolder);

  const [program, values] = electron
    ? [electron, electronArguments(main, options)]
    : [process.execPath, ['--import', join(repository, 'build', 'stand-in', 'register.ts'), main]];
  const stdio: StdioOptions = options.stdio === 'inherit' ? 'inherit' : ['pipe', 'pipe', 'pipe'];
  const child = spawn(program, values, { cwd: repository, stdio, env: environment(options) });
  return { process: child, host, ...watch(child) };
}

function electronArguments(main: string, { cdpPort }: LaunchOptions): string[] {
  // Electron's sandbox, too, refuses to run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...asRoot, ...(cdpPort ? [`--remote-debugging-port=${cdpPort}`] : []), main];
}

function environment(options: LaunchOptions): NodeJS.ProcessEnv {
  const { dataFolder, serverUrl, isDemo, headless, cdpPort, env, stdio } = options;
  return {
    ...process.env,
    DESK_DATA_DIR: dataFolder,
    ...(serverUrl === undefined ? {} : { DESK_SERVER_URL: serverUrl }),
    ...(isDemo ? { DESK_DEMO: '1' } : {}),
    ...(headless ? { DESK_HEADLESS: '1' } : {}),
    ...(stdio === 'inherit' ? {} : { DESK_END_WITH_STDIN: '1' }),
    ...(cdpPort ? { DESK_TEST_CDP_PORT: String(cdpPort) } : {}),
    ...env,
  };
}

function watch(child: ChildProcess): Pick<LaunchedDesk, 'output' | 'exited' | 'kill'> {
  let text = '';
  const keep = (part: Buffer) => {
    text = (text + part.toString('utf8')).slice(-65_536);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', endWithUs);
      resolve({ code, signal });
    });
  });
  // Whoever waits for it gets the failure; nobody has to.
  exited.catch(() => undefined);
  return {
    output: () => text,
    exited,
    kill(signal = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}
