import { fail } from '../../shared/result.ts';
import type { Answer, Channel, DeskBridge, EventName, EventPayload, Input } from '../../shared/ipc/derive.ts';

declare global {
  interface Window {
    /** Put there by the preload; this file alone touches it. */
    readonly desk: DeskBridge;
  }
}

/**
 * Calls the main process. Never rejects: a broken connection between the two processes becomes an `internal` error
 * like any other, so that no screen needs a second way of failing.
 */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>> {
  try {
    return await window.desk.call(channel, input);
  } catch (error) {
    console.error(`No answer on ${channel}`, error);
    return fail({ kind: 'internal', reference: `bridge:${channel}` });
  }
}

/** @returns the function that ends the listening. */
export function on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return window.desk.on(event, listener);
}

export type Call = typeof call;
export type On = typeof on;
