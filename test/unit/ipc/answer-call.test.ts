import { describe, expect, it } from 'vitest';
import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { isTrustedSender } from '../../../electron/ipc/trusted-sender.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';

const log = () => 'ref-1';

/** Handlers of which only one is reached; calling another fails the test by name. */
function handlersWith(changes: Partial<Handlers>): Handlers {
  const unexpected = Object.fromEntries(
    Object.keys(contract).map((channel) => [
      channel,
      () => Promise.reject(new Error(`${channel} was not expected to be called`)),
    ]),
  );
  return { ...(unexpected as unknown as Handlers), ...changes };
}

describe('answerCall', () => {
  it('gives the handler what fits the schema', async () => {
    const seen: unknown[] = [];
    const handlers = handlersWith({
      'app.setLanguage': async (input) => {
        seen.push(input);
        return ok(undefined);
      },
    });
    const answer = await answerCall(handlers, 'app.setLanguage', { language: 'en', more: 1 }, log);
    expect(answer).toEqual({ ok: true, value: undefined });
    expect(seen).toEqual([{ language: 'en' }]);
  });

  it.each([['unknown.channel'], ['__proto__'], ['constructor'], [17], [null]])(
    'refuses the channel %j',
    async (channel) => {
      expect(await answerCall(handlersWith({}), channel, undefined, log)).toEqual({
        ok: false,
        error: { kind: 'invalid-input', path: 'channel' },
      });
    },
  );

  it('refuses a wrong shape before the handler and names the place', async () => {
    const answer = await answerCall(handlersWith({}), 'decision.undo', { decisionId: 'nonsense' }, log);
    expect(answer).toEqual({ ok: false, error: { kind: 'invalid-input', path: 'decisionId' } });
  });

  it.each([
    [new StorageError('disk-full'), { kind: 'disk-full' }],
    [new StorageError('cannot-decrypt'), { kind: 'cannot-decrypt' }],
    [new StorageError('failed'), { kind: 'internal', reference: 'ref-1' }],
    [new Error('a message that must not cross'), { kind: 'internal', reference: 'ref-1' }],
  ])('answers %s as a value', async (thrown, error) => {
    const handlers = handlersWith({ 'app.state': () => Promise.reject(thrown) });
    expect(await answerCall(handlers, 'app.state', undefined, log)).toEqual({ ok: false, error });
  });
});

describe('isTrustedSender', () => {
  const frame = { url: 'desk://app/index.html', parent: null };

  it('accepts the top frame of our window on our page', () => {
    expect(isTrustedSender({ sender: { id: 3 }, senderFrame: frame }, 3)).toBe(true);
  });

  it.each([
    ['another window', { sender: { id: 4 }, senderFrame: frame }],
    ['a frame inside the page', { sender: { id: 3 }, senderFrame: { ...frame, parent: {} } }],
    ['another origin', { sender: { id: 3 }, senderFrame: { ...frame, url: 'https://example.org/' } }],
    [
      'a look-alike origin',
      { sender: { id: 3 }, senderFrame: { ...frame, url: 'desk://app.example/index.html' } },
    ],
    ['a frame that is gone', { sender: { id: 3 }, senderFrame: null }],
  ])('refuses %s', (_name, event) => {
    expect(isTrustedSender(event, 3)).toBe(false);
  });
});
