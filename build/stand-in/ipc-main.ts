import { throwByName } from './not-in-stand-in.ts';

type Handler = (event: never, ...values: never[]) => unknown;

/** Electron's `ipcMain`: handlers answer `invoke`, listeners hear `send`. */
class IpcMain implements Pick<Electron.IpcMain, 'removeHandler'> {
  private readonly handlers = new Map<string, Handler>();
  private readonly listeners = new Map<string, Set<Handler>>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...values) => {
      this.removeHandler(channel);
      return handler(...values);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  on(channel: string, listener: Handler): this {
    this.listeners.set(channel, (this.listeners.get(channel) ?? new Set()).add(listener));
    return this;
  }

  removeListener(channel: string, listener: Handler): this {
    this.listeners.get(channel)?.delete(listener);
    return this;
  }

  off(channel: string, listener: Handler): this {
    return this.removeListener(channel, listener);
  }

  removeAllListeners(channel: string): this {
    this.listeners.delete(channel);
    return this;
  }

  /** @throws what the handler throws; Error when nobody handles the channel. */
  async invoked(event: object, channel: string, values: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event as never, ...(values as never[]));
  }

  sent(event: object, channel: string, values: unknown[]): void {
    for (const listener of [...(this.listeners.get(channel) ?? [])])
      listener(event as never, ...(values as never[]));
  }
}

export const ipcMain = throwByName('ipcMain', new IpcMain());
