import { fork, type ChildProcess } from 'node:child_process';
import { atEnd } from './app.ts';
import { Emitter } from './emitter.ts';
import { NotInStandInError, refuseUnknownOptions, throwByName } from './not-in-stand-in.ts';

const parentPort = new URL('./parent-port.ts', import.meta.url).href;
const knownOptions = ['serviceName', 'stdio', 'env', 'execArgv', 'cwd'];
/** They end with the app, as in Electron. */
const running = new Set<ChildProcess>();

type Members = Pick<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stdout' | 'stderr'>;

/** A process that Node forks. `exit` tells a code, and as in Electron not the signal. */
class UtilityProcess extends Emitter implements Members {
  readonly stdout = null;
  readonly stderr = null;
  private readonly child: ChildProcess;
  private hasEnded = false;

  constructor(modulePath: string, args: string[], options: Electron.ForkOptions) {
    super('utilityProcess', ['spawn', 'exit', 'message'], ['error']);
    const output = options.stdio === 'inherit' ? 'inherit' : 'ignore';
    this.child = fork(modulePath, args, {
      serialization: 'advanced',
      stdio: ['ignore', output, output, 'ipc'],
      execArgv: [...(options.execArgv ?? []), '--import', parentPort],
      ...(options.env === undefined ? {} : { env: { ...options.env } }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    running.add(this.child);
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => this.end(code ?? 1));
    this.child.on('error', () => this.end(1));
  }

  get pid(): number | undefined {
    return this.hasEnded ? undefined : this.child.pid;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new NotInStandInError('utilityProcess.postMessage with ports');
    if (!this.hasEnded) this.child.send(message as object, () => undefined);
  }

  kill(): boolean {
    return !this.hasEnded && this.child.kill('SIGTERM');
  }

  private end(code: number): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    running.delete(this.child);
    this.emit('exit', code);
  }
}

atEnd(async () => {
  for (const child of running) child.kill('SIGKILL');
});

export const utilityProcess = throwByName('utilityProcess', {
  fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) => {
    refuseUnknownOptions('utilityProcess.fork', options, knownOptions);
    return throwByName('utilityProcess', new UtilityProcess(modulePath, args, options));
  },
});
