import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { samplePassword } from '../../support/officer/officer.ts';
import { pendingRequests } from './support/decidable.ts';

const before = new Set(readdirSync(tmpdir()));
const scene = useScene({ requests: 24 });
const remarks = 'नमूना टिप्पणी जो डिस्क पर पढ़ी न जा सके Unreadable-Remark-4711';
let secrets: string[] = [];

/** Every file below a folder; sockets and links hold no content. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** What the app and Chromium have made in the system's temporary folder; the test's own servers hold sample data. */
function temporaryFiles(): string[] {
  return readdirSync(tmpdir())
    .filter((name) => !before.has(name) && name.startsWith('desk-stand-in-'))
    .flatMap((name) => {
      const path = join(tmpdir(), name);
      return lstatSync(path).isDirectory() ? filesBelow(path) : [];
    });
}

/** Which of the texts stand in a file, in any of the encodings that programs write. */
function found(file: string, texts: readonly string[]): string[] {
  const bytes = readFileSync(file);
  return texts.filter((text) => {
    const wide = Buffer.from(text, 'utf16le');
    const forms = [
      Buffer.from(text, 'utf8'),
      wide,
      Buffer.from(wide).swap16(),
      Buffer.from(JSON.stringify(text)),
    ];
    return forms.some((form) => bytes.includes(form));
  });
}

function readable(files: readonly string[], texts: readonly string[]): string[] {
  return files.flatMap((file) =>
    found(file, texts).map((text) => `${relative(scene.dataFolder, file)}: ${text}`),
  );
}

beforeAll(async () => {
  const { officer, office } = scene;
  const requests = await office.requests();
  const [decided, drafted] = await pendingRequests(office);
  if (!decided || !drafted) throw new Error('The sample data has too few pending requests');
  secrets = requests.flatMap(({ requestNo, kioskCode, applicant, centreName, id }) => [
    ...[requestNo, kioskCode, id, applicant.name.hi, applicant.name.en, centreName.hi, centreName.en],
  ]);
  secrets.push(remarks, 'Unreadable-Remark-4711', 'Unreadable-Draft-4712', samplePassword);

  await officer.open(decided.requestNo);
  await officer.decide('return', remarks);
  await officer.seeRecorded('return');
  await officer.sealAll();
  await officer.seeSync('complete');
  await officer.open(drafted.requestNo);
  await officer.remarks.fill('नमूना Unreadable-Draft-4712');
  await scene.page.locator('.review-save[data-kind="saved"]').waitFor();
});

test('the search itself finds what is there', () => {
  const [file = ''] = filesBelow(join(scene.dataFolder, 'vault')).filter((path) =>
    path.endsWith('keyring.json'),
  );
  expect(found(file, ['jaipur1'])).toEqual(['jaipur1']);
});

test('while the app runs no file tells a name, a code, a number, a remark or a password', () => {
  const files = filesBelow(scene.dataFolder);
  expect(files.map((file) => relative(scene.dataFolder, file))).toContain(join('vault', 'vault.db'));
  expect(files.some((file) => file.endsWith('vault.db-wal'))).toBe(true);
  expect(files.some((file) => file.endsWith('.blob'))).toBe(true);
  expect(readable(files, secrets)).toEqual([]);
  expect(
    readable(
      files.filter((file) => !/keyring\.json(\.bak)?$/.test(file)),
      ['jaipur1'],
    ),
  ).toEqual([]);
  for (const blob of files.filter((file) => file.endsWith('.blob'))) {
    const head = readFileSync(blob).subarray(0, 5).toString('latin1');
    expect(head.startsWith('%PDF-') || head.startsWith('\u00ff\u00d8\u00ff')).toBe(false);
  }
});

test('the window writes none of it to the disk: no database, no cache of its own', () => {
  const files = temporaryFiles();
  expect(readable(files, secrets)).toEqual([]);
  const kept = [...files, ...filesBelow(scene.dataFolder)].filter((file) =>
    /[\\/](IndexedDB|CacheStorage|Service Worker|Local Storage|Session Storage)[\\/].*desk/.test(file),
  );
  expect(kept).toEqual([]);
});

test('after locking, the page has neither the read model nor any text of it', async () => {
  const { officer, page } = scene;
  await officer.goTo('queue');
  await officer.lock();
  await expect.poll(() => page.evaluate(`indexedDB.databases().then((all) => all.length)`)).toBe(0);
  const kept: unknown = await page.evaluate(`(async () => ({
    caches: await caches.keys(),
    local: localStorage.length,
    session: sessionStorage.length,
    text: document.documentElement.outerHTML + [...document.querySelectorAll('input,textarea')].map((f) => f.value),
  }))()`);
  expect(kept).toMatchObject({ caches: [], local: 0, session: 0 });
  const text = JSON.stringify(kept);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('after quitting the files tell nothing either', async () => {
  await scene.desk.quit();
  expect(readable(filesBelow(scene.dataFolder), secrets)).toEqual([]);
  expect(readable(temporaryFiles(), secrets)).toEqual([]);
});
