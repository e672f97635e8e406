import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { archiveQuery } from '../../../electron/storage/archive/archive-query.ts';
import { archiveTexts, archiveWords } from '../../../electron/storage/archive/archive-words.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { openInMemory } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { at, identity, pull, requestLine, rid, today } from '../../contract/store-fixture.ts';

const letters = 'क ख ग च ज ट त द न प ब म य र ल व स ह ा ि ी ु े o n r s t a i m k l';
const word = fc.string({ unit: fc.constantFrom(...letters.split(' ')), minLength: 1, maxLength: 8 });
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const kioskCode = fc.oneof(
  fc.integer({ min: 10_000_000, max: 999_999_999 }).map((n) => `K${n}`),
  fc
    .tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1000, max: 9999 }))
    .map(([a, b]) => `D${a}K${b}`),
);
const sought = fc.record({
  hi: name,
  en: name,
  kioskCode,
  from: fc.nat(30),
  length: fc.integer({ min: 3, max: 9 }),
});

describe('the archive search', () => {
  it('finds each request by its code, by each beginning of it and of its names, and by fragments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sought, { minLength: 1, maxLength: 4 }), async (requests) => {
        const store = openMemoryStore(identity);
        const lines = requests.map(({ hi, en, kioskCode: code }, n) => {
          return requestLine(n, { kioskCode: code, centreName: { hi, en } });
        });
        await pull(store, ...lines);
        for (const [n, { hi, en, kioskCode: code, from, length }] of requests.entries()) {
          const found = async (text: string) =>
            (await store.searchArchive(text, 20)).hits.map(({ id }) => id);
          for (let end = 1; end <= code.length; end += 1) {
            expect(await found(code.slice(0, end)), code.slice(0, end)).toContain(rid(n));
          }
          const start = from % (code.length - 2);
          const fragment = code.slice(start, start + length);
          expect(await found(fragment), fragment).toContain(rid(n));
          // A text that begins with a vowel sign is no beginning of anything that is typed.
          for (const text of [hi, en, ...hi.split(' '), ...en.split(' ')]) {
            expect(await found(text), text).toContain(rid(n));
            expect(await found(text.slice(0, 2).trim() || text), text).toContain(rid(n));
          }
        }
        await store.close();
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whether changes come in one page or one by one', async () => {
    const change = fc.record({
      n: fc.nat(3),
      en: fc.constantFrom('Sita', 'Mohan', 'Zakir'),
      day: fc.integer({ min: 1, max: 3 }),
      removed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const [together, apart] = [openMemoryStore(identity), openMemoryStore(identity)];
        const lines = changes.map(({ n, en, day, removed }, at) => {
          const receivedOn = `2026-10-0${day}`;
          const line = requestLine(n, { version: at + 1, centreName: { hi: '', en }, receivedOn });
          return removed ? { ...line, removed, body: null } : line;
        });
        await pull(together, ...lines);
        for (const line of lines) await pull(apart, line);
        for (const text of ['sita', 'mohan', 'zakir', 'k']) {
          const names = async (store: typeof apart) =>
            (await store.searchArchive(text, 20)).hits.map(({ id }) => id);
          expect(await names(together), text).toEqual(await names(apart));
        }
        await together.close();
        await apart.close();
      }),
      { numRuns: 15 },
    );
  });

  it('never throws, whatever is typed', async () => {
    const store = openMemoryStore(identity);
    await pull(store, requestLine(1), requestLine(2));
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom('"', '*', 'NEAR(', ')', 'AND', 'OR', 'NOT', '^', ':', '-', 'सी', '0417', ' '),
          {
            maxLength: 30,
          },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.integer({ min: 1, max: 50 }), async (text, limit) => {
        const { hits, more } = await store.searchArchive(text, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        if (more) expect(hits.length).toBe(limit);
      }),
      { numRuns: 500 },
    );
    await store.close();
  });

  it('shows a request that a newer rule would refuse, and all the others', () => {
    const database = openInMemory();
    migrate(database);
    writeIdentity(database, identity);
    const store = sqliteStore(database);
    store.applyChanges([requestLine(1), requestLine(2)], 'c-2', at, today);
    database.exec("UPDATE requests SET body = json_set(body, '$.area', 'semi-urban') WHERE id = 'req-1'");
    expect(() => store.request(rid(1))).toThrow();
    expect(store.searchArchive('K1', 10).hits.map(({ id }) => id)).toEqual([2, 1].map(rid));
    store.close();
  });

  it('keeps the index of a hostile name small', () => {
    const request = sampleRequest({ centreName: { hi: 'क'.repeat(500), en: 'x'.repeat(500) } });
    expect(archiveWords(archiveTexts(request, null)).length).toBeLessThan(6000);
    expect(archiveQuery('ab '.repeat(66))?.tiers.join('').length).toBeLessThan(500);
  });

  it('holds no Aadhaar number of a name that was masked on its way in', async () => {
    const store = openMemoryStore(identity);
    await pull(store, requestLine(1, { centreName: { hi: 'नमूना 9999 4105 7058', en: '' } }));
    expect((await store.searchArchive('99994105', 5)).hits).toEqual([]);
    const { hits } = await store.searchArchive('7058', 5);
    expect(hits.map(({ id }) => id)).toEqual([rid(1)]);
    expect(containsAadhaarNumber(JSON.stringify(hits))).toBe(false);
    await store.close();
  });
});
