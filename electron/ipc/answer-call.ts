import { contract } from '../../shared/ipc/contract.ts';
import type { Answer, Channel, Handlers, Input } from '../../shared/ipc/derive.ts';
import { fail } from '../../shared/result.ts';
import type { FailureLog } from '../session/failure-log.ts';
import { errorOf } from './error-of.ts';

/**
 * One call from the window, whose sender was checked: the channel's name, then the shape, then the handler. It always
 * answers with a value; whatever is thrown becomes a named error.
 */
export async function answerCall(
  handlers: Handlers,
  channel: unknown,
  input: unknown,
  log: FailureLog,
): Promise<Answer<Channel>> {
  if (typeof channel !== 'string' || !isChannel(channel))
    return fail({ kind: 'invalid-input', path: 'channel' });
  const parsed = contract[channel].input.safeParse(input);
  if (!parsed.success) {
    return fail({ kind: 'invalid-input', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  try {
    return await run(handlers, channel, parsed.data as Input<typeof channel>);
  } catch (error) {
    return fail(errorOf(error, channel, log));
  }
}

/** Own keys only: `__proto__` and `constructor` are no channels. */
function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}

/** The map's types tie each channel to its own input; TypeScript loses that tie in a union, so it is stated here. */
function run<C extends Channel>(handlers: Handlers, channel: C, input: Input<C>): Promise<Answer<C>> {
  const handler: (input: Input<C>) => Promise<Answer<C>> = handlers[channel];
  return handler(input);
}
