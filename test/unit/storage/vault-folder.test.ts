import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officerId } from '../../../shared/domain/ids.ts';
import { vaultFolder } from '../../../electron/storage/open-vault.ts';
import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import type { OsWrap } from '../../../electron/storage/vault.ts';
import { identity, pull, requestLine, rid } from '../../contract/store-fixture.ts';
import { enrolAnother, enrolledVault, fastKdf, password, workerUrl } from './vault-fixture.ts';

type Enrolled = Awaited<ReturnType<typeof enrolledVault>>;
let vault: Enrolled;
beforeEach(async () => {
  vault = await enrolledVault();
});
afterEach(async () => vault.dispose());

const file = (name: string) => join(vault.folder, name);
const opening = () => vault.desk.open(vault.officerId, password);

/** Every file as it stands: a failure may not change one of them. */
async function snapshot(): Promise<string[]> {
  const names = ['keyring.json', 'keyring.json.bak', 'vault.db'];
  return Promise.all(
    names.map(async (name) => (existsSync(file(name)) ? readFile(file(name), 'base64') : 'absent')),
  );
}

async function failsWith(kind: string, attempt: () => Promise<unknown>): Promise<void> {
  const before = await snapshot();
  await expect(attempt()).rejects.toMatchObject({ name: 'StorageError', kind });
  expect(await snapshot()).toEqual(before);
}

describe('a vault', () => {
  it('opens again with the password, with the same keys and rows', async () => {
    const first = await opening();
    expect(first.officer.sign('sample')).toBe(vault.signature);
    await pull(first.vault.store, requestLine(1));
    await first.vault.close();
    const second = await opening();
    expect((await second.vault.store.request(rid(1)))?.request.id).toBe(rid(1));
    expect(second.vault.identity.officer.login).toBe('sample.officer');
    await second.vault.close();
  });

  it('tells without a password whose it is', async () => {
    const officers = [{ id: vault.officerId, login: 'sample.officer' }];
    expect(await vault.desk.presence()).toEqual({ state: 'present', officers });
  });

  it('forgets the officer’s keys when told to', async () => {
    const keys = await vault.desk.unlock(vault.officerId, password);
    keys.forget();
    expect(() => keys.sign('sample')).toThrow(expect.objectContaining({ kind: 'closed' }));
  });

  it('opens with the recovery key, typed carelessly', async () => {
    const typed = ` ${vault.recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    const opened = await vault.desk.openWithRecoveryKey(typed);
    expect(await opened.store.cursor()).toBeNull();
    await opened.close();
  });

  it('is never made over', async () => {
    const pending = await vault.desk.beginEnrolment();
    await failsWith('failed', () => pending.create(identity, password, identity.enrolledAt));
  });
});

const damages: [string, ((text: string) => string) | null][] = [
  ['cut', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['one character changed', (text) => text.replace('sample.officer', 'sample.officeR')],
  ['a directory in its place', null],
];

/** @param damage null: a directory takes the file's place. */
async function hurt(name: string, damage: ((text: string) => string) | null): Promise<void> {
  const text = await readFile(file(name), 'utf8');
  await rm(file(name));
  if (damage) await writeFile(file(name), damage(text));
  else await mkdir(file(name));
}

describe('the copy of the keyring', () => {
  const officers = () => [{ id: vault.officerId, login: 'sample.officer' }];

  it.each([
    ['removed', () => rm(file('keyring.json'))] as const,
    ...damages.map(([what, damage]) => {
      return [what, () => hurt('keyring.json', damage)] as const;
    }),
  ])('opens the vault when the keyring is lost: %s', async (_what, lose) => {
    await lose();
    expect(await vault.desk.presence()).toEqual({ state: 'present', officers: officers() });
    const { vault: opened, officer } = await opening();
    expect(officer.sign('sample')).toBe(vault.signature);
    await opened.close();
  });

  it('is put back in the keyring’s place, once a password proved it', async () => {
    const whole = await readFile(file('keyring.json'), 'utf8');
    await hurt('keyring.json', () => 'noise');
    await failsWith('wrong-password', () => vault.desk.open(vault.officerId, 'three green lamp'));
    (await vault.desk.unlock(vault.officerId, password)).forget();
    expect(await readFile(file('keyring.json'), 'utf8')).toBe(whole);
  });

  it('is put back by the recovery key too', async () => {
    const whole = await readFile(file('keyring.json'), 'utf8');
    await rm(file('keyring.json'));
    await (await vault.desk.openWithRecoveryKey(vault.recoveryKey)).close();
    expect(await readFile(file('keyring.json'), 'utf8')).toBe(whole);
  });

  it('is not put back when somebody changed it on purpose', async () => {
    const ring = JSON.parse(await readFile(file('keyring.json'), 'utf8')) as { content: string };
    const content = ring.content.replace('sample.officer', 'other.officer');
    const checksum = createHash('sha256').update(content).digest('hex');
    await writeFile(file('keyring.json.bak'), JSON.stringify({ ...ring, content, checksum }));
    await rm(file('keyring.json'));
    await failsWith('damaged-key', opening);
  });
});

describe('a refusal by name, and nothing changed', () => {
  it('wrong password, unknown officer', async () => {
    await failsWith('wrong-password', () => vault.desk.open(vault.officerId, 'three green lamp'));
    await failsWith('wrong-password', () => vault.desk.unlock(vault.officerId, ''));
    await failsWith('wrong-password', () => vault.desk.open(officerId.parse('nobody'), password));
  });

  it('wrong recovery key: mistyped, and another vault’s', async () => {
    const mistyped = vault.recoveryKey.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    await failsWith('wrong-password', () => vault.desk.openWithRecoveryKey(mistyped));
    const other = await enrolAnother();
    await failsWith('wrong-password', () => vault.desk.openWithRecoveryKey(other.recoveryKey));
    await other.dispose();
  });

  it('missing key', async () => {
    const whole = await readFile(file('keyring.json'));
    await rm(file('keyring.json'));
    await rm(file('keyring.json.bak'));
    expect(await vault.desk.presence()).toEqual({ state: 'missing-key' });
    await failsWith('missing-key', opening);
    const pending = await vault.desk.beginEnrolment();
    await failsWith('failed', () => pending.create(identity, password, identity.enrolledAt));
    await writeFile(file('keyring.json'), whole);
    await (await opening()).vault.close();
  });

  it('a copy alone, without a database, is a vault too: nothing is made in its place', async () => {
    await rm(file('keyring.json'));
    await rm(file('vault.db'));
    expect((await vault.desk.presence()).state).toBe('present');
    const pending = await vault.desk.beginEnrolment();
    await failsWith('failed', () => pending.create(identity, password, identity.enrolledAt));
  });

  it.each(damages)('damaged key: %s, and its copy too', async (_what, damage) => {
    await hurt('keyring.json', damage);
    await hurt('keyring.json.bak', damage);
    expect(await vault.desk.presence()).toEqual({ state: 'damaged-key' });
    await expect(opening()).rejects.toMatchObject({ kind: 'damaged-key' });
  });

  it('damaged key: one of the two is gone, the other damaged', async () => {
    await rm(file('keyring.json'));
    await hurt('keyring.json.bak', () => '');
    expect(await vault.desk.presence()).toEqual({ state: 'damaged-key' });
    await failsWith('damaged-key', opening);
  });

  it('a keyring that was changed on purpose, its checksum made anew', async () => {
    const ring = JSON.parse(await readFile(file('keyring.json'), 'utf8')) as {
      content: string;
      checksum: string;
    };
    ring.content = ring.content.replace('sample.officer', 'other.officer');
    ring.checksum = createHash('sha256').update(ring.content).digest('hex');
    await writeFile(file('keyring.json'), JSON.stringify(ring));
    await failsWith('damaged-key', opening);
  });

  it('a keyring of a later version', async () => {
    const content = '{"format":2}';
    const checksum = createHash('sha256').update(content).digest('hex');
    await writeFile(file('keyring.json'), JSON.stringify({ content, checksum, check: '' }));
    await failsWith('newer-vault', opening);
  });

  it('cannot decrypt: the database of another vault, or no database at all', async () => {
    const other = await enrolAnother();
    await copyFile(join(other.folder, 'vault.db'), file('vault.db'));
    await failsWith('cannot-decrypt', opening);
    await other.dispose();
    await writeFile(file('vault.db'), Buffer.alloc(8192, 7));
    await failsWith('cannot-decrypt', opening);
  });

  it('a database that is gone is damaged, and is not made anew', async () => {
    await rename(file('vault.db'), file('elsewhere'));
    await failsWith('damaged', opening);
    expect(existsSync(file('vault.db'))).toBe(false);
  });

  it('a flipped bit in the database is never read silently', async () => {
    const bytes = await readFile(file('vault.db'));
    const at = bytes.length - 2000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file('vault.db'), bytes);
    const outcome = await opening().then(
      async ({ vault: opened }) => {
        const read = opened.store.audit(0, 100).then(
          (rows) => rows.map((row) => row.action),
          (error: unknown) => error,
        );
        const value = await read;
        await opened.close();
        return value;
      },
      (error: unknown) => error,
    );
    if (Array.isArray(outcome)) expect(outcome).toEqual(['enrolled']);
    else expect(outcome).toMatchObject({ name: 'StorageError' });
  });
});

describe('an enrolment that was killed', () => {
  it('leaves a folder in which one may enrol again', async () => {
    const folder = join(vault.root, 'second');
    await mkdir(join(`${folder}.enrolling`, 'blobs'), { recursive: true });
    await writeFile(join(`${folder}.enrolling`, 'vault.db'), 'half');
    await mkdir(folder);
    const desk = vaultFolder({ folder, workerUrl, osWrap: null, kdf: fastKdf });
    expect(await desk.presence()).toEqual({ state: 'absent' });
    const made = await (await desk.beginEnrolment()).create(identity, password, identity.enrolledAt);
    await made.vault.close();
    expect((await desk.presence()).state).toBe('present');
    expect(existsSync(`${folder}.enrolling`)).toBe(false);
  });
});

describe('the wrap by the operating system', () => {
  /** Reverses the text and remembers which system wrapped it. */
  const wrapOf = (system: string, isAvailable = true): OsWrap => ({
    isAvailable: async () => isAvailable,
    wrap: async (plain) => Buffer.from(`${system}|${plain}`).reverse(),
    async unwrap(wrapped) {
      const [by, plain] = Buffer.from(wrapped).reverse().toString().split('|');
      if (by !== system || plain === undefined) throw new Error('another key');
      return plain;
    },
  });

  it('is used where there is one, and its change is named; the recovery key still opens', async () => {
    const wrapped = await enrolAnother(wrapOf('first'));
    const withWrap = (osWrap: OsWrap | null) =>
      vaultFolder({ folder: wrapped.folder, workerUrl, osWrap, kdf: fastKdf });
    await (await wrapped.desk.open(wrapped.officerId, password)).vault.close();
    for (const other of [wrapOf('second'), wrapOf('first', false), null]) {
      const attempt = withWrap(other).open(wrapped.officerId, password);
      await expect(attempt).rejects.toMatchObject({ kind: 'keyring-changed' });
    }
    await (await withWrap(null).openWithRecoveryKey(wrapped.recoveryKey)).close();
    await wrapped.dispose();
  });
});

it('a wrong raw key does not open, and writes nothing', async () => {
  const before = await snapshot();
  const key = { cipher: 'aegis' as const, hex: '00'.repeat(32) };
  expect(() => openEncrypted(file('vault.db'), key, 'existing')).toThrow(
    expect.objectContaining({ kind: 'cannot-decrypt' }),
  );
  expect(await snapshot()).toEqual(before);
});
