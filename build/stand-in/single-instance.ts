import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the second instance tells the first. */
export interface Handover {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * The lock of one data folder, as Chromium does it: a symbolic link `SingletonLock` that names the owner, made
 * atomically, and a socket by which a second instance hands over. The lock of a process that died is taken over.
 */
export class SingleInstance {
  private readonly folder: string;
  private readonly link: string;
  private server: Server | null = null;

  constructor(folder: string) {
    this.folder = folder;
    this.link = join(folder, 'SingletonLock');
  }

  /** @returns false when another living process holds the folder. */
  acquire(onHandover: (handover: Handover) => void): boolean {
    if (this.server) return true;
    if (!this.makeLink() && !(this.removeStale() && this.makeLink())) return false;
    this.listen(onHandover);
    return true;
  }

  release(): void {
    if (!this.server) return;
    this.server.close();
    this.server = null;
    rmSync(this.link, { force: true });
  }

  /** Tells the owner of the lock; gives up after two seconds, because an owner that hangs must not hold us. */
  handOver(handover: Handover): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(this.socketPath());
      const done = () => {
        socket.destroy();
        resolve();
      };
      socket.setTimeout(2000, done);
      socket.on('error', done);
      socket.on('close', done);
      socket.on('connect', () => socket.end(JSON.stringify(handover)));
    });
  }

  private makeLink(): boolean {
    try {
      symlinkSync(ownName(process.pid), this.link);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  /** A folder made as a mutex: two starters must not both take away what the other just put there. */
  private removeStale(): boolean {
    const guard = join(this.folder, 'SingletonLock.taking-over');
    const isOld = (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < Date.now() - 5000;
    if (isOld) rmSync(guard, { recursive: true, force: true });
    try {
      mkdirSync(guard);
    } catch {
      return false;
    }
    try {
      if (isHeld(this.link)) return false;
      renameSync(this.link, `${this.link}.stale`);
      rmSync(`${this.link}.stale`, { force: true });
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT';
    } finally {
      rmSync(guard, { recursive: true, force: true });
    }
  }

  private listen(onHandover: (handover: Handover) => void): void {
    if (process.platform !== 'linux') rmSync(this.socketPath(), { force: true });
    this.server = createServer({ allowHalfOpen: true }, (socket) => {
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', (part: string) => (text += part));
      socket.on('error', () => socket.destroy());
      socket.on('end', () => {
        socket.end();
        onHandover(JSON.parse(text) as Handover);
      });
    });
    this.server.listen(this.socketPath());
    this.server.unref();
  }

  /**
   * Outside the data folder, because the path of a socket may have 107 bytes at most; on Linux in the abstract
   * namespace, where a process that is killed leaves no file.
   */
  private socketPath(): string {
    const id = createHash('sha256').update(this.folder).digest('hex').slice(0, 24);
    return process.platform === 'linux'
      ? `\0desk-stand-in-${id}`
      : join(tmpdir(), `desk-stand-in-${id}.sock`);
  }
}

/** The process and when it started: a number that the system gave to another process since is no owner. */
function ownName(pid: number): string {
  return `${pid}-${startOf(pid) ?? 'unknown'}`;
}

function isHeld(link: string): boolean {
  const [pid = '', start] = readlinkSync(link).split('-');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return start === 'unknown' || startOf(Number(pid)) === start;
}

/** In clock ticks since the system started; null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return afterName.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
