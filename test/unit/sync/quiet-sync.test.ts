import { afterEach, describe, expect, it, vi } from 'vitest';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Store } from '../../../electron/storage/store.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { answerPage, endLine, halfServer, itemLine, serverTime, sha256 } from './half-server.ts';
import { answerJson } from './hostile-server.ts';

const engines: SyncEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** Notes what the store is asked. */
function heard(store: Store): { store: Store; asked: string[] } {
  const asked: string[] = [];
  const listening = new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        asked.push(String(name));
        return (member as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  });
  return { store: listening, asked };
}

/** One request came, and nothing is new since; no decision is answered. `prepare` makes something to do. */
async function deskAtRest(prepare: (desk: SyncDesk) => Promise<unknown> = () => Promise.resolve()) {
  let pushes = 0;
  const { url } = await halfServer({
    changes: (response, _request, { searchParams }) => {
      const lines = searchParams.has('cursor') ? [] : [itemLine(1)];
      answerPage(response, [...lines, endLine('c1', { more: false, remaining: 0 })]);
    },
    decisions: (response) => {
      pushes += 1;
      answerJson(response, { answers: [], serverTime });
    },
  });
  const desk = strangerDesk(url);
  const { store, asked } = heard(desk.store);
  const engine = desk.engine({ store });
  engines.push(engine);
  const lastComplete = async () => (await engine.status()).lastCompleteAt;
  await engine.syncNow();
  const before = await lastComplete();
  expect(before).not.toBeNull();
  await vi.waitFor(() => expect(instantOf(Date.now())).not.toBe(before));
  await prepare(desk);
  asked.length = 0;
  await engine.syncNow();
  return { desk, pushes, asked: [...asked], before, after: await lastComplete() };
}

describe('a sync after which nothing is left', () => {
  it('looks once before and once after the page, begins nothing else, and is complete', async () => {
    const { asked, before, after } = await deskAtRest();
    const times = (name: string) => asked.filter((each) => each === name).length;
    // What is due by itself and by hand, and what is left at the end.
    expect(times('dueToSend')).toBe(3);
    expect(times('unsent') + times('unsentActs') + times('dueUploads')).toBe(0);
    expect(times('wantedScans')).toBe(0);
    expect(Date.parse(after ?? '')).toBeGreaterThan(Date.parse(before ?? ''));
  });
});

describe('a sync is not called complete, and goes on,', () => {
  it('where a decision was not answered', async () => {
    const { desk, pushes, before, after } = await deskAtRest((resting) =>
      resting.decide(requestId.parse('req-1'), 'approve', Date.now()),
    );
    expect(pushes).toBe(1);
    expect((await desk.store.counts(instantOf(Date.now()))).unsent).toBe(1);
    expect(after).toBe(before);
  });

  it('where a scan is missing', async () => {
    const hash = blobHash.parse(sha256(Buffer.from('gone')));
    const scan = { hash, size: 4, mime: 'image/jpeg', pages: 1, masked: true } as const;
    const documents = [{ id: 'doc-1', kind: 'application', need: 'needed', scan } as const];
    const body = sampleRequest({ id: requestId.parse('req-2'), documents });
    const line = { cursor: 'c1', kind: 'request', id: body.id, version: 1, body };
    const { asked, before, after } = await deskAtRest(({ store }) =>
      store.applyChanges([line], 'c1', instantOf(Date.now()), '2026-11-20'),
    );
    expect(asked).toContain('wantedScans');
    expect(after).toBe(before);
  });
});
