import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blobHash } from '../../../shared/domain/ids.ts';
import { vaultFolder } from '../../../electron/storage/open-vault.ts';
import { decide, identity, pull, requestLine, rid } from '../../contract/store-fixture.ts';
import { fastKdf, workerUrl } from './vault-fixture.ts';

const secrets = [
  'नमूना सीता देवी',
  'Sample Sita Devi',
  'K11034638',
  'MR/2026/000001',
  'गुप्त टिप्पणी',
  'BLOB-CONTENT',
];

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function forms(text: string): Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    Buffer.from(text, 'utf8'),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
  ];
}

it('leaves no readable name, code or remark in any file', async () => {
  const root = await mkdtemp(join(tmpdir(), 'desk-encryption-'));
  const folder = join(root, 'vault');
  const pending = await vaultFolder({ folder, workerUrl, osWrap: null, kdf: fastKdf }).beginEnrolment();
  const { vault } = await pending.create(identity, 'three green lamps', identity.enrolledAt);
  await pull(vault.store, requestLine(1), requestLine(2));
  const remarks = 'गुप्त टिप्पणी';
  const draft = {
    outcome: null,
    reasonCodes: [],
    remarks,
    overrides: [],
    checklist: [],
    verdicts: [],
    pins: [],
  };
  await vault.store.saveDraft(rid(2), draft, identity.enrolledAt);
  expect((await vault.store.recordDecision(decide(1, 1))).ok).toBe(true);
  const bytes = Buffer.from('BLOB-CONTENT '.repeat(50));
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  await vault.blobs.put(hash, bytes);

  const open = await filesUnder(folder);
  expect(open.map((file) => file.slice(folder.length + 1))).toEqual(
    expect.arrayContaining(['vault.db', 'vault.db-wal', 'vault.db-shm', 'keyring.json']),
  );
  await expectUnreadable(open, [...secrets, hash]);
  await vault.close();
  await expectUnreadable(await filesUnder(folder), [...secrets, hash]);
  await rm(root, { recursive: true });
});

async function expectUnreadable(files: string[], texts: string[]): Promise<void> {
  for (const file of files) {
    const bytes = await readFile(file);
    const found = texts.filter((text) => forms(text).some((form) => bytes.includes(form)));
    expect(found, file).toEqual([]);
    expect(file).not.toContain(texts.at(-1));
  }
}
