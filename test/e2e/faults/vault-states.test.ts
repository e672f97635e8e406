import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { driveDesk, makeDataFolder } from '../../support/drive-desk.ts';
import { Officer } from '../../support/officer/officer.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { seeError } from './support/sentences.ts';

const scene = useScene({ requests: 24, hasScans: false });
const copies = mkdtempSync(join(tmpdir(), 'vault-states-'));
const whole = join(copies, 'whole');
let isCopied = false;

const vault = () => join(scene.dataFolder, 'vault');
const keyring = () => join(vault(), 'keyring.json');
const keyringCopy = () => join(vault(), 'keyring.json.bak');
const database = () => join(vault(), 'vault.db');

/** Every file of the vault with what it holds. */
function fingerprint(): Record<string, string> {
  const files = readdirSync(vault(), { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        relative(vault(), file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

/** Puts the vault back as it was when it was whole. */
function putBack(): void {
  rmSync(vault(), { recursive: true, force: true });
  cpSync(whole, vault(), { recursive: true });
}

/** The vault is shut and as at enrolment before each test: the app is not running with another one open. */
beforeEach(async () => {
  if (!isCopied) {
    await scene.desk.quit();
    cpSync(vault(), whole, { recursive: true });
    isCopied = true;
    await scene.restart('kill9');
    return;
  }
  await scene.desk.kill9();
  putBack();
  await scene.restart('kill9');
});

afterAll(() => {
  rmSync(copies, { recursive: true, force: true });
});

async function expectOpens(): Promise<void> {
  await scene.officer.signIn();
  await scene.officer.seeQueue();
}

/** Damages the vault, sees the named state, finds every byte as the damage left it, and puts the right file back. */
async function expectNamed(kind: string, damage: () => void, see: () => Promise<void>): Promise<void> {
  damage();
  const damaged = fingerprint();
  await see();
  await seeError(scene.page, kind);
  expect(fingerprint()).toEqual(damaged);
  putBack();
}

async function signInVainly(): Promise<void> {
  await scene.page.reload();
  await scene.officer.signIn();
}

test('a wrong password is named, and changes nothing', async () => {
  const { officer, page } = scene;
  const before = fingerprint();
  await officer.signIn('यह वह पासवर्ड नहीं है 77');
  await page.getByText(officer.text('errors', 'wrong-password.title')).waitFor();
  await page.locator('.language-toggle button[lang="en"]').click();
  const english = new Officer(page, 'en');
  await page.getByText(english.text('errors', 'wrong-password.title')).waitFor();
  await page.locator('.language-toggle button[lang="hi"]').click();
  expect(fingerprint()).toEqual(before);
  await expectOpens();
});

const damagedKeyrings: [string, (file: string) => void, string][] = [
  ['removed', (file) => rmSync(file), 'missing-key'],
  ['of noise', (file) => writeFileSync(file, randomBytes(2000)), 'damaged-key'],
  ['that was cut', (file) => truncateSync(file, 100), 'damaged-key'],
  ['that is empty', (file) => writeFileSync(file, ''), 'damaged-key'],
];

test.each(damagedKeyrings)(
  'a keyring %s, like its copy, is named; the app opens again when the right one is put back',
  async (_name, damage, kind) => {
    const { officer, page } = scene;
    const damageBoth = () => [keyring(), keyringCopy()].forEach(damage);
    await expectNamed(kind, damageBoth, async () => {
      await page.reload();
    });
    await officer.button('common', 'retry').click();
    await expectOpens();
  },
);

test('a keyring that is damaged alone is made whole from its copy at the sign-in', async () => {
  const whole = readFileSync(keyring());
  writeFileSync(keyring(), randomBytes(2000));
  await scene.page.reload();
  await expectOpens();
  expect(readFileSync(keyring())).toEqual(whole);
});

test.each<[string, () => void]>([
  ['of noise', () => writeFileSync(database(), randomBytes(64 * 1024))],
  ['cut in the middle', () => truncateSync(database(), 20_000)],
  ['cut within its first page', () => truncateSync(database(), 700)],
])('a database %s is named cannot-decrypt; the right one opens without a restart', async (_name, damage) => {
  await expectNamed('cannot-decrypt', damage, signInVainly);
  await expectOpens();
});

test("another vault's keyring does not open this one, and says so", async () => {
  const other = makeDataFolder();
  const desk = await driveDesk({ dataFolder: other, serverUrl: scene.office.link.url });
  const officer = new Officer(desk.page);
  await officer.enrol(scene.office.freshCode());
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await desk.quit();
  const foreign = readFileSync(join(other, 'vault', 'keyring.json'));
  rmSync(other, { recursive: true, force: true });

  await expectNamed('cannot-decrypt', () => writeFileSync(keyring(), foreign), signInVainly);
  await scene.page.reload();
  await expectOpens();
});

test('a database that is gone while its keyring is here is not made anew', async () => {
  rmSync(database());
  const before = fingerprint();
  await signInVainly();
  await scene.page.getByRole('alert').waitFor();
  expect(fingerprint()).toEqual(before);
  putBack();
  await expectOpens();
});

test('a cut database is rescued by one button; the damaged file is kept, and the requests come again', async () => {
  const { officer, page } = scene;
  truncateSync(database(), 200_000);
  const damaged = readFileSync(database());
  await signInVainly();
  await seeError(page, 'cannot-decrypt');
  await officer.button('sign-in', 'salvage.start').click();
  await page.getByText(officer.text('sign-in', 'salvage.done')).waitFor();
  const [folder = ''] = readdirSync(join(vault(), 'damaged'));
  expect(readFileSync(join(vault(), 'damaged', folder, 'vault.db'))).toEqual(damaged);
  await expectOpens();
});
