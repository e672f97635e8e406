import { Emitter } from './emitter.ts';

/** Loaded before a utility process's own module: gives it Electron's `process.parentPort`. */
class ParentPort extends Emitter implements Pick<Electron.ParentPort, 'postMessage'> {
  /** What comes before somebody listens waits, as in Electron. */
  private readonly early: unknown[] = [];
  private isHeard = false;

  constructor() {
    super('parentPort', ['message']);
    process.on('message', (data) => {
      if (this.isHeard) this.emit('message', { data, ports: [] });
      else this.early.push(data);
    });
  }

  override on(event: string, listener: (...values: never[]) => void): this {
    super.on(event, listener);
    this.isHeard = true;
    for (const data of this.early.splice(0)) this.emit('message', { data, ports: [] });
    return this;
  }

  postMessage(message: unknown): void {
    process.send?.(message, undefined, undefined, () => undefined);
  }
}

process.once('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: new ParentPort() });
