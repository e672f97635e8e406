import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localScanId, type LocalScan } from '../../../shared/domain/documents/local-scan.ts';
import { blobHash } from '../../../shared/domain/ids.ts';
import { firstBrokenRow } from '../../../electron/storage/audit-chain.ts';
import { contentOf, did, later, pull, recorded, requestLine, rid } from '../../contract/store-fixture.ts';
import { panReading } from '../../support/samples/sample-readings.ts';
import { enrolAnother, enrolledVault, password } from './vault-fixture.ts';

const now = '2026-10-06T09:30:00.000Z';
const draft = {
  ...{ outcome: null, reasonCodes: [], remarks: 'नमूना: अधूरी समीक्षा', overrides: [] },
  ...{ checklist: [], verdicts: [], pins: [] },
};
const courier = {
  ...{ outSequence: 4, inSequence: 3, toldCursors: ['c-1'] },
  ...{ writtenAt: later, readAt: later, newestMadeAt: later },
};

let vault: Awaited<ReturnType<typeof enrolledVault>>;
beforeEach(async () => {
  vault = await enrolledVault();
});
afterEach(async () => vault.dispose());

const file = (name: string) => join(vault.folder, name);
const open = () => vault.desk.open(vault.officerId, password);
const salvage = () => vault.desk.salvage(vault.officerId, password, now);

/** Decisions on the first requests, the first of them sealed; a draft on the next; then many requests behind them. */
async function work(decisions: number): Promise<void> {
  const { vault: opened, officer } = await open();
  const { store } = opened;
  const lines = Array.from({ length: decisions + 1 }, (_, nth) => requestLine(nth + 1));
  await pull(store, ...lines);
  for (let nth = 1; nth <= decisions; nth += 1) {
    const decision = recorded(contentOf(nth, nth, { deviceId: opened.identity.deviceId }));
    await store.recordDecision({ ...decision, officerSignature: officer.sign(decision.content) });
  }
  await store.sealDecisions({ ids: [did(1), did(2)] }, later);
  await store.saveDraft(rid(decisions + 1), draft, later);
  await store.keepCourierMemory(courier);
  await pull(store, ...Array.from({ length: 300 }, (_, nth) => requestLine(nth + 1000)));
  await opened.close();
}

it('puts decisions, draft, chain and audit of a cut database into a new one of the same device', async () => {
  await work(12);
  truncateSync(file('vault.db'), statSync(file('vault.db')).size - 5000);
  const damaged = readFileSync(file('vault.db'));
  await expect(open()).rejects.toMatchObject({ kind: 'damaged' });

  const report = await salvage();
  expect(report).toMatchObject({ unanswered: 12, rejected: 0, setAside: '2026-10-06T09-30-00-000Z' });
  expect(report?.kept).toMatchObject({ decisions: 12, drafts: 1 });
  expect(readFileSync(join(file('damaged'), report?.setAside ?? '', 'vault.db'))).toEqual(damaged);

  const { vault: opened } = await open();
  const { store } = opened;
  expect((await store.keptDecisions()).map(({ decisionId }) => decisionId).sort()).toEqual(
    Array.from({ length: 12 }, (_, nth) => did(nth + 1)),
  );
  expect((await store.unsent(now, 10)).map(({ id, sequence }) => [id, sequence])).toEqual([
    [did(1), 1],
    [did(2), 2],
  ]);
  expect((await store.request(rid(13)))?.draft).toEqual(draft);
  expect((await store.request(rid(3)))?.decision?.state).toBe('recorded');
  expect(await store.cursor()).toBeNull();
  // The numbers of its files go on; what they told as here is not here any more.
  expect(await store.courierMemory()).toEqual({ ...courier, toldCursors: [], newestMadeAt: null });
  const audit = await store.audit(0, 10_000);
  expect(firstBrokenRow(audit)).toBeNull();
  expect(audit.at(-1)).toMatchObject({ action: 'vault-salvaged', actor: vault.officerId });
  // Nothing is given a place in the chain before the server has said where it stands.
  await store.sealDecisions({ due: true }, now);
  expect(await store.unsent(now, 10)).toHaveLength(2);
  expect(await store.chainDoubt()).toBe(true);
  await opened.close();
});

it('keeps a scan that was taken in here, and sends it up', async () => {
  const { vault: opened, officer } = await open();
  await pull(opened.store, requestLine(1));
  const scan: LocalScan = {
    id: localScanId.parse('01997000-0000-7000-8000-000000000001'),
    ...{ requestId: rid(1), documentId: 'item:pan', kind: 'pan' },
    scan: { hash: blobHash.parse('a'.repeat(64)), size: 1000, mime: 'image/jpeg', pages: 1 },
    ...{ source: 'picker', by: officer.officerId, at: later },
  };
  await opened.store.addLocalScan(scan, panReading());
  await opened.close();
  truncateSync(file('vault.db'), statSync(file('vault.db')).size - 100);

  expect((await salvage())?.kept.scans).toBe(1);
  const { vault: again } = await open();
  expect(await again.store.localScans(rid(1))).toEqual([scan]);
  expect((await again.store.dueUploads(now, 10)).map(({ local: { id } }) => id)).toEqual([scan.id]);
  await again.close();
});

it('knows the device also when nothing of the database is left', async () => {
  await work(3);
  rmSync(file('vault.db'));
  writeFileSync(file('vault.db'), Buffer.alloc(100));
  const report = await salvage();
  expect(report?.kept.decisions).toBe(0);
  expect(report?.incomplete).toContain('decisions');
  const { vault: opened } = await open();
  expect(opened.identity.deviceId).toBe('device-1');
  expect(await opened.store.counts(now)).toMatchObject({ undoable: 0, unsent: 0 });
  await opened.close();
});

it("leaves another vault's database alone, and a whole one too", async () => {
  await work(1);
  expect(await salvage()).toBeNull();
  const other = await enrolAnother();
  const foreign = readFileSync(join(other.folder, 'vault.db'));
  writeFileSync(file('vault.db'), foreign);
  rmSync(file('identity.box'));
  await expect(salvage()).rejects.toMatchObject({ kind: 'cannot-decrypt' });
  expect(readFileSync(file('vault.db'))).toEqual(foreign);
  expect(existsSync(file('damaged'))).toBe(false);
  await other.dispose();
});

it('goes on with a salvage that was broken off after the damaged files were set aside', async () => {
  await work(4);
  truncateSync(file('vault.db'), statSync(file('vault.db')).size - 5000);
  await salvage();
  rmSync(file('vault.db'));
  await expect(open()).rejects.toMatchObject({ kind: 'damaged' });
  expect((await vault.desk.salvage(vault.officerId, password, later))?.kept.decisions).toBe(4);
  expect(readdirSync(file('damaged')).length).toBeGreaterThan(0);
  const { vault: opened } = await open();
  expect(await opened.store.keptDecisions()).toHaveLength(4);
  await opened.close();
});

it('is damaged also when the last page alone is cut', async () => {
  await work(1);
  truncateSync(file('vault.db'), statSync(file('vault.db')).size - 100);
  await expect(open()).rejects.toMatchObject({ kind: 'damaged' });
});

it('offers the salvage at the next opening when a page turns out unreadable while the vault is in use', async () => {
  await work(6);
  const handle = openSync(file('vault.db'), 'r+');
  const { size } = statSync(file('vault.db'));
  for (let page = Math.floor((size * 0.7) / 4096); page * 4096 < size; page += 1)
    writeSync(handle, Buffer.alloc(64), 0, 64, page * 4096 + 100);
  closeSync(handle);
  const first = await open();
  await expect(
    Promise.all(Array.from({ length: 300 }, (_, nth) => first.vault.store.request(rid(nth + 1000)))),
  ).rejects.toMatchObject({ kind: 'damaged' });
  await first.vault.close();
  await expect(open()).rejects.toMatchObject({ kind: 'damaged' });
  expect(await salvage()).not.toBeNull();
  await (await open()).vault.close();
});
