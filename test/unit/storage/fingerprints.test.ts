import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blobHash } from '../../../shared/domain/ids.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { openInMemory } from '../../../electron/storage/sql-database.ts';
import { fingerprintTable } from '../../../electron/storage/tables/fingerprint-table.ts';

const hashOf = (n: number) => blobHash.parse(n.toString(16).padStart(64, '0'));
const bits = fc.stringMatching(/^[0-9a-f]{16}$/);

/** Counted bit by bit: another way than the table's. */
function distance(a: string, b: string): number {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
}

function table() {
  const database = openInMemory();
  migrate(database);
  return { database, fingerprints: fingerprintTable(database) };
}

it('finds exactly what is within so many bits', () => {
  const { database, fingerprints } = table();
  fc.assert(
    fc.property(fc.array(bits, { minLength: 1, maxLength: 20 }), bits, fc.nat(64), (all, sought, reach) => {
      for (const [n, each] of all.entries()) fingerprints.put(hashOf(n), { pages: [each], photo: null }, []);
      const found = fingerprints.near('page', sought, reach, 100).map((hit) => [hit.hash, hit.distance]);
      const right = all.map((each, n) => [hashOf(n), distance(each, sought)] as const);
      expect(found.sort()).toEqual(right.filter(([, bit]) => bit <= reach).sort());
      for (const n of all.keys()) fingerprints.remove(hashOf(n));
      expect(fingerprints.near('page', sought, 64, 100)).toEqual([]);
    }),
  );
  database.close();
});

it('gives nothing that a rollback took back, nor what took its place', () => {
  const { database, fingerprints } = table();
  const sought = '0000000000000000';
  expect(fingerprints.near('page', sought, 64, 10)).toEqual([]);
  const failing = database.transaction(() => {
    fingerprints.put(hashOf(1), { pages: [sought], photo: null }, []);
    throw new Error('The disk is full');
  });
  expect(() => failing.immediate()).toThrow();
  expect(fingerprints.near('page', sought, 2, 10)).toEqual([]);
  fingerprints.put(hashOf(2), { pages: ['ffffffffffffffff'], photo: null }, []);
  expect(fingerprints.near('page', sought, 2, 10)).toEqual([]);
  expect(fingerprints.near('page', 'ffffffffffffffff', 2, 10)).toEqual([{ hash: hashOf(2), distance: 0 }]);
  database.close();
});
