import type { z } from 'zod';
import type { Result } from '../result.ts';
import type { contract, events } from './contract.ts';
import type { DeskError } from './errors.ts';

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.infer<Contract[C]['input']>;
export type Output<C extends Channel> = z.infer<Contract[C]['output']>;
export type Answer<C extends Channel> = Result<Output<C>, DeskError>;

/** One handler for each channel: a forgotten one does not compile. */
export type Handlers = { [C in Channel]: (input: Input<C>) => Promise<Answer<C>> };

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;

/** What the preload exposes to the window as `window.desk`; the one bridge between the two. */
export interface DeskBridge {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>>;
  /** @returns the function that ends the listening. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}
