import { randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { initScript } from './page/init-script.ts';
import type { FromPage, ToPage } from './page/page-bridge.ts';
import { decodeWire, encodeWire } from './page/wire-codec.ts';

export interface LinkEvents {
  invoke(channel: string, values: unknown[]): Promise<unknown>;
  send(channel: string, values: unknown[]): void;
  preloadFailed(error: unknown): void;
}

/** Chromium's raw connection to one page: the preload goes in by it, and messages pass both ways. */
export class PageLink {
  private readonly client: CDPSession;
  private readonly origin: string;
  private readonly events: LinkEvents;
  private readonly binding = `desk${randomBytes(12).toString('hex')}`;
  private readonly token = randomBytes(16).toString('hex');
  /** Documents that may speak: the top frame's own world, on our origin. */
  private readonly trusted = new Set<number>();
  private receiver: { objectId: string; contextId: number } | null = null;
  private queue: string[] = [];

  constructor(client: CDPSession, origin: string, events: LinkEvents) {
    this.client = client;
    this.origin = origin;
    this.events = events;
  }

  /** Before the page loads anything: a document that is there already would miss the preload. */
  async start(preloadSource: string): Promise<void> {
    const { client, binding, token, origin } = this;
    let mainFrame = (await client.send('Page.getFrameTree')).frameTree.frame.id;
    client.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) mainFrame = frame.id;
    });
    client.on('Runtime.executionContextCreated', ({ context }) => {
      const aux = context.auxData as { frameId?: string; isDefault?: boolean } | undefined;
      const isOurs = aux?.isDefault === true && aux.frameId === mainFrame && context.origin === origin;
      if (isOurs) this.trusted.add(context.id);
    });
    client.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.forget(executionContextId);
    });
    client.on('Runtime.executionContextsCleared', () => {
      this.trusted.clear();
      this.receiver = null;
    });
    client.on('Runtime.consoleAPICalled', ({ args, executionContextId }) => {
      const objectId = args[1]?.objectId;
      if (args[0]?.value !== token || !objectId || !this.trusted.has(executionContextId)) return;
      this.receiver = { objectId, contextId: executionContextId };
      for (const text of this.queue.splice(0)) this.deliver(text);
    });
    client.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding && this.trusted.has(executionContextId)) this.take(payload, executionContextId);
    });
    await client.send('Page.enable');
    await client.send('Runtime.enable');
    await client.send('Runtime.addBinding', { name: binding });
    await client.send('Page.addScriptToEvaluateOnNewDocument', {
      source: initScript({ binding, token, origin }, preloadSource),
    });
  }

  /** @throws Error at once when a value cannot be cloned. */
  send(channel: string, values: unknown[]): void {
    this.post({ kind: 'event', id: 0, channel, body: encodeWire(values) });
  }

  private forget(contextId: number): void {
    this.trusted.delete(contextId);
    if (this.receiver?.contextId === contextId) this.receiver = null;
  }

  private take(payload: string, contextId: number): void {
    const { kind, id, channel, body } = JSON.parse(payload) as FromPage;
    if (kind === 'preload-error') {
      this.events.preloadFailed(decodeWire(body));
      return;
    }
    const values = decodeWire(body) as unknown[];
    if (kind === 'send') this.events.send(channel, values);
    else void this.answer(id, channel, values, contextId);
  }

  private async answer(id: number, channel: string, values: unknown[], contextId: number): Promise<void> {
    const message = await this.events
      .invoke(channel, values)
      .then((value): ToPage => ({ kind: 'result', id, channel, body: encodeWire(value) }))
      .catch((error: unknown): ToPage => ({
        kind: 'error',
        id,
        channel,
        body: encodeWire(remoteError(channel, error)),
      }));
    // The document that asked is gone: another one must not get its answer.
    if (this.trusted.has(contextId)) this.post(message);
  }

  private post(message: ToPage): void {
    const text = JSON.stringify(message);
    if (this.receiver) this.deliver(text);
    else this.queue.push(text);
  }

  private deliver(text: string): void {
    if (!this.receiver) return;
    const { objectId } = this.receiver;
    this.client
      .send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: 'function deliver(text) { this(text); }',
        arguments: [{ value: text }],
        silent: true,
      })
      // The document went away in between; what it was told does not matter any more.
      .catch(() => undefined);
  }
}

function remoteError(channel: string, error: unknown): string {
  return `Error invoking remote method '${channel}': ${String(error)}`;
}

/** A new connection to the page, beside Playwright's own. */
export async function openLink(
  page: Page,
  origin: string,
  events: LinkEvents,
  preload: string,
): Promise<PageLink> {
  const link = new PageLink(await page.context().newCDPSession(page), origin, events);
  await link.start(preload);
  return link;
}
