import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { realClock, strangerDesk } from '../../support/sync/sync-desk.ts';
import { answerPage, endLine, halfServer, itemLine, type HalfServerAnswers } from './half-server.ts';
import { answerError, answerHtml } from './hostile-server.ts';

const shortPatience = { answer: 1000, idle: 300 };

async function pullFrom(
  changes: NonNullable<HalfServerAnswers['changes']>,
  attempts = 1,
  patience = shortPatience,
) {
  const server = await halfServer({ changes });
  const desk = strangerDesk(server.url);
  const engine = desk.engine({ patience });
  for (let attempt = 0; attempt < attempts; attempt += 1) await engine.syncNow();
  const status = await engine.status();
  await engine.stop();
  const ids = (await desk.store.slimRows(null, 5000)).rows.map((row) => row.id);
  const asked = server.asked
    .filter((path) => path.startsWith('/v1/changes'))
    .map((path) => new URL(path, server.url).searchParams.get('cursor'));
  return { desk, status, ids, asked, cursor: await desk.store.cursor() };
}

const before = (line: string, part: string) => Buffer.from(line).subarray(0, Buffer.from(line).indexOf(part));

describe('a pull', () => {
  it('follows pages to their end', async () => {
    const { ids, asked, status, cursor } = await pullFrom((response, _request, url) =>
      url.searchParams.has('cursor')
        ? answerPage(response, [itemLine(3), endLine('c4')])
        : answerPage(response, [itemLine(1), itemLine(2), endLine('c2', { more: true, remaining: 1 })]),
    );
    expect(ids).toEqual(['req-1', 'req-2', 'req-3']);
    expect(asked).toEqual([null, 'c2']);
    expect(cursor).toBe('c4');
    expect(status).toMatchObject({ problem: null, step: 'idle' });
    expect(status.lastCompleteAt).not.toBeNull();
  });

  it('sets a request aside whose pause ends in another age, and takes the rest', async () => {
    const body = sampleRequest({
      id: requestId.parse('req-1'),
      pauses: [{ from: '2026-10-05', to: '9990-12-31', why: 'returned' }],
    });
    const { ids, status, desk } = await pullFrom((response) =>
      answerPage(response, [
        itemLine(1, { body }),
        itemLine(2),
        endLine('c2', { serverTime: '9990-01-01T00:00:00.000Z' }),
      ]),
    );
    expect(ids).toEqual(['req-2']);
    expect(await desk.store.setAside()).toMatchObject([{ id: 'req-1', why: 'invalid' }]);
    expect(status.today < '2100-01-01').toBe(true);
  });

  it('takes what was whole of a page that was cut in the middle of a line, and resumes there', async () => {
    const { ids, asked, cursor, status } = await pullFrom((response, _request, url) => {
      if (url.searchParams.has('cursor')) {
        answerPage(response, [itemLine(2), endLine('c2')]);
        return;
      }
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-length': 10_000 });
      response.write(`${itemLine(1)}\n${itemLine(2).slice(0, 200)}`);
      setTimeout(() => response.destroy(), 30);
    });
    expect(ids).toEqual(['req-1', 'req-2']);
    expect(asked).toEqual([null, 'c1']);
    expect(cursor).toBe('c2');
    expect(status.problem).toBeNull();
  });

  it('ends a page that takes minutes at its last line, so that decisions may go between', async () => {
    let late = 0;
    const server = await halfServer({
      changes: (response, _request, url) => {
        if (url.searchParams.has('cursor')) {
          answerPage(response, [endLine('c3')]);
          return;
        }
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        response.write(`${itemLine(1)}\n`);
        setTimeout(() => {
          late = 6 * 60_000;
          response.write(`${itemLine(2)}\n`);
        }, 50);
      },
    });
    const desk = strangerDesk(server.url);
    const engine = desk.engine({ clock: { ...realClock, now: () => Date.now() + late } });
    await engine.syncNow();
    expect(server.asked.filter((path) => path.includes('cursor=c2'))).toHaveLength(1);
    expect(await desk.store.cursor()).toBe('c3');
    await engine.stop();
  });

  it('is not misled by a cut within a character, nor by one that ends cleanly', async () => {
    const { ids, asked } = await pullFrom((response, _request, url) => {
      if (url.searchParams.has('cursor')) {
        answerPage(response, [itemLine(2), endLine('c2')]);
        return;
      }
      const second = itemLine(2);
      const cut = Buffer.concat([before(second, 'नमूना'), Buffer.from('न').subarray(0, 2)]);
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.end(Buffer.concat([Buffer.from(`${itemLine(1)}\n`), cut]));
    });
    expect(ids).toEqual(['req-1', 'req-2']);
    expect(asked).toEqual([null, 'c1']);
  });

  it('joins a character that arrives in two pieces', async () => {
    const { desk } = await pullFrom((response) => {
      const bytes = Buffer.from(`${itemLine(1)}\n${endLine('c1')}\n`);
      const middle = bytes.indexOf('नमूना') + 1;
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write(bytes.subarray(0, middle));
      setTimeout(() => response.end(bytes.subarray(middle)), 30);
    });
    expect((await desk.store.slimRows(null, 1)).rows[0]?.centreName.hi).toBe('नमूना ई-मित्र केन्द्र');
  });

  it('counts a last line without a line break', async () => {
    const { status } = await pullFrom((response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.end(`${itemLine(1)}\n${endLine('c1')}`);
    });
    expect(status.problem).toBeNull();
  });

  it('carries an unknown kind, sets an unreadable line aside by name at the third sight, and takes the rest', async () => {
    const deep = `{"cursor":"c3","kind":"request","id":"x","version":1,"body":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const large = JSON.stringify({
      cursor: 'c4',
      kind: 'request',
      id: 'y',
      version: 1,
      body: 'x'.repeat(2_000_000),
    });
    const lines = [itemLine(1), itemLine(2, { kind: 'hologram' }), deep, large, 'no json'];
    const rest = [itemLine(6, { body: { id: 'req-6' } }), itemLine(7), endLine('c7')];
    const { ids, status, desk, cursor, asked } = await pullFrom((response, _request, url) =>
      answerPage(response, [...(url.searchParams.has('cursor') ? lines.slice(2) : lines), ...rest]),
    );
    expect(asked).toEqual([null, 'c2', 'c2']);
    expect(ids).toEqual(['req-1', 'req-7']);
    expect(cursor).toBe('c7');
    expect(status).toMatchObject({ problem: null, setAside: 5 });
    const kinds = (await desk.store.setAside()).map((item) => `${item.kind} ${item.why}`).sort();
    expect(kinds).toEqual([
      'hologram unknown-kind',
      'request invalid',
      'unreadable-line unreadable',
      'unreadable-line unreadable',
      'unreadable-line unreadable',
    ]);
  });

  it('asks again for a line that was only damaged on its way', async () => {
    let pages = 0;
    const { ids, status } = await pullFrom((response, _request, url) => {
      pages += 1;
      const second = pages === 1 ? itemLine(2).replace('"kind"', '"ki') : itemLine(2);
      const first = url.searchParams.has('cursor') ? [] : [itemLine(1)];
      answerPage(response, [...first, second, itemLine(3), endLine('c3')]);
    });
    expect(ids).toEqual(['req-1', 'req-2', 'req-3']);
    expect(status).toMatchObject({ problem: null, setAside: 0 });
  });

  it('names HTML in place of a page, and keeps its place', async () => {
    const { status, cursor } = await pullFrom((response) => answerHtml(response));
    expect(status).toMatchObject({ problem: 'server-nonsense', step: 'waiting' });
    expect(status.lastCompleteAt).toBeNull();
    expect(cursor).toBeNull();
  });

  it('takes nothing of another program’s text that is called NDJSON', async () => {
    const { status, cursor, desk } = await pullFrom((response) =>
      answerPage(
        response,
        Array.from({ length: 20 }, () => '<p>hello</p>'),
      ),
    );
    expect(status.problem).toBe('server-nonsense');
    expect(cursor).toBeNull();
    expect(await desk.store.setAside()).toEqual([]);
  });

  it('notices a cursor that goes in a loop, backwards or nowhere', async () => {
    const loop = await pullFrom((response, _request, url) => {
      const at = url.searchParams.get('cursor') === 'c2' ? ['c1', 'c2'] : ['c2', 'c3'];
      answerPage(response, [itemLine(1, { cursor: at[1] }), endLine(at[1] ?? '', { more: true })]);
    });
    expect(loop.status.problem).toBe('server-nonsense');
    expect(loop.asked.length).toBeLessThan(4);
    const backwards = await pullFrom((response) =>
      answerPage(response, [itemLine(1), itemLine(2), itemLine(3, { cursor: 'c1' }), endLine('c1')]),
    );
    expect(backwards.status.problem).toBe('server-nonsense');
    expect(backwards.cursor).toBe('c2');
    const nowhere = await pullFrom((response, _request, url) =>
      answerPage(response, [endLine(url.searchParams.get('cursor') ?? 'c0', { more: true })]),
    );
    expect(nowhere.status.problem).toBe('server-nonsense');
    expect(nowhere.asked.length).toBeLessThan(4);
  });

  it('begins again, once, when the server no longer knows its place', async () => {
    let isRestored = false;
    const { asked, ids, status } = await pullFrom((response, _request, url) => {
      const cursor = url.searchParams.get('cursor');
      if (cursor === null) {
        const prefix = isRestored ? 'new-' : 'old-';
        answerPage(response, [itemLine(1, { cursor: `${prefix}1` }), endLine(`${prefix}1`)]);
        isRestored = true;
      } else if (cursor.startsWith('old')) answerError(response, 'cursor-unknown', 410);
      else answerPage(response, [endLine(cursor)]);
    }, 3);
    expect(ids).toEqual(['req-1']);
    expect(asked).toEqual([null, 'old-1', null, 'new-1']);
    expect(status.problem).toBeNull();
  });

  it('does not go round with a server that knows none of its own places', async () => {
    const { asked, ids, status } = await pullFrom((response, _request, url) => {
      if (url.searchParams.has('cursor')) answerError(response, 'cursor-unknown', 410);
      else answerPage(response, [itemLine(1), endLine('c1', { more: true, remaining: 1 })]);
    });
    expect(asked).toEqual([null, 'c1', null, 'c1']);
    expect(ids).toEqual(['req-1']);
    expect(status.problem).toBe('server-nonsense');
  });

  it('ends a gzip bomb, and a silent page, within its limits', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
    const memory = process.memoryUsage().rss;
    // The limit ends it, not the clock, however busy the machine is.
    const bombed = await pullFrom(
      (response) => {
        response
          .writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' })
          .end(bomb);
      },
      1,
      { answer: 30_000, idle: 30_000 },
    );
    expect(bombed.status.problem).toBe('server-nonsense');
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024);
    const silent = await pullFrom((response, _request, url) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write(url.searchParams.has('cursor') ? ' ' : `${itemLine(1)}\n`);
    });
    expect(silent.ids).toEqual(['req-1']);
    expect(silent.status.problem).toBe('offline');
  });

  it('ends a line that never ends: it would hold up decisions for as long as it comes', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const { ids, status } = await pullFrom((response, _request, url) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      if (!url.searchParams.has('cursor')) response.write(`${itemLine(1)}\n`);
      const more = () => {
        while (!response.destroyed && response.write(piece)) continue;
      };
      response.on('drain', more);
      more();
    });
    expect(ids).toEqual(['req-1']);
    expect(status).toMatchObject({ problem: 'server-nonsense' });
  });

  it('pollutes no prototype', async () => {
    const line = itemLine(1).replace(
      '"body":{',
      '"body":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const { ids } = await pullFrom((response) => answerPage(response, [line, endLine('c1')]));
    expect(ids).toEqual(['req-1']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('stops receiving on a full disk, says so, marks nothing, and takes it all once there is room', async () => {
    const server = await halfServer({
      changes: (response, _request, url) =>
        answerPage(
          response,
          url.searchParams.has('cursor') ? [endLine('c2')] : [itemLine(1), itemLine(2), endLine('c2')],
        ),
    });
    const desk = strangerDesk(server.url);
    let isFull = true;
    const store: typeof desk.store = {
      ...desk.store,
      applyChanges: async (...args) => {
        if (isFull) throw new StorageError('disk-full');
        return desk.store.applyChanges(...args);
      },
    };
    const engine = desk.engine({ store });
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({
      problem: 'disk-full',
      step: 'waiting',
      lastCompleteAt: null,
    });
    expect(await desk.store.cursor()).toBeNull();
    isFull = false;
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ problem: null, step: 'idle' });
    expect((await desk.store.slimRows(null, 10)).total).toBe(2);
    await engine.stop();
  });

  it('reads on while a chunk is written; when that fails, nothing after it is written', async () => {
    const lines = Array.from({ length: 1200 }, (_each, n) => itemLine(n + 1));
    const server = await halfServer({
      changes: (response, _request, url) =>
        answerPage(
          response,
          [...lines, endLine('c1200')].slice(Number(url.searchParams.get('cursor')?.slice(1) ?? 0)),
        ),
    });
    const desk = strangerDesk(server.url);
    const written: number[] = [];
    let isFull = true;
    const store: typeof desk.store = {
      ...desk.store,
      applyChanges: async (chunk, ...rest) => {
        written.push(chunk.length);
        await sleep(20);
        if (isFull && written.length === 2) throw new StorageError('disk-full');
        return desk.store.applyChanges(chunk, ...rest);
      },
    };
    const engine = desk.engine({ store });
    await engine.syncNow();
    expect(written).toHaveLength(2);
    expect(written[0]).toBe(500);
    expect(await engine.status()).toMatchObject({ problem: 'disk-full', lastCompleteAt: null });
    expect(await desk.store.cursor()).toBe('c500');
    isFull = false;
    await engine.syncNow();
    // How much goes together depends on what came while the chunk before was written.
    const again = written.slice(2).reduce((sum, items) => sum + items, 0);
    expect(again).toBe(700);
    expect((await desk.store.slimRows(null, 10)).total).toBe(1200);
    await engine.stop();
  });

  it('is not stopped while a chunk is being written: the vault may be closed after it', async () => {
    const server = await halfServer({
      changes: (response) => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        for (let n = 1; n <= 501; n += 1) response.write(`${itemLine(n)}\n`);
      },
    });
    const desk = strangerDesk(server.url);
    const began = Promise.withResolvers<null>();
    let isWritten = false;
    const store: typeof desk.store = {
      ...desk.store,
      applyChanges: async (...args) => {
        began.resolve(null);
        await sleep(100);
        const applied = await desk.store.applyChanges(...args);
        isWritten = true;
        return applied;
      },
    };
    const engine = desk.engine({ store });
    const syncing = engine.syncNow();
    await began.promise;
    await engine.stop();
    expect(isWritten).toBe(true);
    await syncing;
    expect(await desk.store.cursor()).toBe('c500');
  });
});
