import { EventEmitter } from 'node:events';
import { NotInStandInError } from './not-in-stand-in.ts';

type Listener = (...values: never[]) => void;

/**
 * An emitter that knows its events: listening for one that the stand-in can never send would wait for ever, so it
 * throws by name. `silent` events exist in Electron and cannot happen here (a webview being attached, say).
 */
export class Emitter {
  private readonly emitter = new EventEmitter();
  private readonly owner: string;
  private readonly known: ReadonlySet<string>;

  constructor(owner: string, events: readonly string[], silent: readonly string[] = []) {
    this.owner = owner;
    this.known = new Set([...events, ...silent]);
  }

  on(event: string, listener: Listener): this {
    this.emitter.on(this.checked(event), listener as (...values: unknown[]) => void);
    return this;
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: string, listener: Listener): this {
    this.emitter.once(this.checked(event), listener as (...values: unknown[]) => void);
    return this;
  }

  off(event: string, listener: Listener): this {
    this.emitter.off(this.checked(event), listener as (...values: unknown[]) => void);
    return this;
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: string): this {
    if (event === undefined) this.emitter.removeAllListeners();
    else this.emitter.removeAllListeners(this.checked(event));
    return this;
  }

  listenerCount(event: string): number {
    return this.emitter.listenerCount(this.checked(event));
  }

  emit(event: string, ...values: unknown[]): boolean {
    return this.emitter.emit(this.checked(event), ...values);
  }

  private checked(event: string): string {
    if (!this.known.has(event)) throw new NotInStandInError(`${this.owner} event '${event}'`);
    return event;
  }
}

/** Electron's event object: `preventDefault` is all that the app uses of it. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
