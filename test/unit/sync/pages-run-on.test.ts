import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import type { Store } from '../../../electron/storage/store.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { answerPage, endLine, halfServer, itemLine } from './half-server.ts';

const engines: SyncEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** A desk whose server has four pages; its store takes what the second brought only when `mayWrite` lets it. */
async function deskOfFourPages(mayWrite: (asked: string[]) => Promise<void>, dayMegabytes = 0) {
  const told: string[] = [];
  const server = await halfServer({
    changes: (response, _request, url) => {
      const place = Number(url.searchParams.get('cursor')?.slice(1) ?? '0');
      told.push(`asked c${place}`);
      const next = place + 1;
      const lines = next > 4 ? [] : [itemLine(next)];
      answerPage(response, [...lines, endLine(`c${Math.min(next, 4)}`, { more: next < 4, remaining: 0 })]);
    },
  });
  const desk = strangerDesk(server.url);
  const { officer } = desk.identity;
  await desk.store.writeSettings({ dayMegabytes }, officer.id, '2026-11-20T04:30:00.000Z');
  const applyChanges: Store['applyChanges'] = async (lines, cursor, at, today) => {
    if (cursor === 'c2') await mayWrite(told);
    const applied = await desk.store.applyChanges(lines, cursor, at, today);
    told.push(`wrote ${cursor}`);
    return applied;
  };
  const engine = desk.engine({ store: { ...desk.store, applyChanges } });
  engines.push(engine);
  return { desk, engine, told };
}

const untilAsked = (place: string) => (told: string[]) =>
  vi.waitFor(() => expect(told).toContain(`asked ${place}`));

it('asks for the next page while the last one is written, but not before the first is', async () => {
  const { desk, engine, told } = await deskOfFourPages(untilAsked('c2'));
  await engine.syncNow();
  expect(told.slice(0, 4)).toEqual(['asked c0', 'wrote c1', 'asked c1', 'asked c2']);
  // What came meanwhile may be written together, with the last cursor.
  const wrote = told.filter((each) => each.startsWith('wrote'));
  expect([...wrote.slice(0, 2), wrote.at(-1)]).toEqual(['wrote c1', 'wrote c2', 'wrote c4']);
  expect(await desk.store.cursor()).toBe('c4');
});

it('writes nothing of what came after a page that the store could not take; it all comes again', async () => {
  let isFull = true;
  const { desk, engine, told } = await deskOfFourPages(async (asked) => {
    if (!isFull) return;
    await untilAsked('c2')(asked);
    isFull = false;
    throw new StorageError('disk-full');
  });
  await engine.syncNow();
  expect(await desk.store.cursor()).toBe('c1');
  expect((await engine.status()).problem).toBe('disk-full');
  expect(told.filter((each) => each.startsWith('wrote'))).toEqual(['wrote c1']);
  await engine.syncNow();
  expect(await desk.store.cursor()).toBe('c4');
  expect((await desk.store.slimRows(null, 10)).total).toBe(4);
});

it('asks for one page after the other where a data limit is to be looked at before each', async () => {
  const { engine, told } = await deskOfFourPages(() => sleep(50), 100);
  await engine.syncNow();
  expect(told.slice(0, 5)).toEqual(['asked c0', 'wrote c1', 'asked c1', 'wrote c2', 'asked c2']);
});
