import { expect, test } from 'vitest';
import type { Fault } from '../../central-server/start.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { anotherRequest, pendingRequests } from './support/decidable.ts';
import { seeSetAside } from './support/see-set-aside.ts';
import { syncOnce } from './support/sync-once.ts';
import { beginning, seeInBoth, seeStrip, speak } from './support/sentences.ts';

const scene = useScene({ requests: 24, hasScans: false });
const remarks = 'नमूना: सर्वर के बिगड़ने से पहले दर्ज';

async function rowsInQueue(): Promise<number> {
  await scene.page.locator('.queue-pile-count').first().waitFor();
  const counts = await scene.page.locator('.queue-pile-count').allTextContents();
  return counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
}

test('a decision is recorded before anything goes wrong', async () => {
  const { officer, office, page } = scene;
  const [request] = await pendingRequests(office);
  await office.link.cut();
  await officer.open(request?.requestNo ?? '');
  await officer.decide('return', remarks);
  await officer.seeRecorded('return');
  await officer.sealAll();
  await syncOnce(page);
  await seeStrip(page, 'offline');
  await office.link.restore();
});

test.each<[Fault, string]>([
  ['html', 'server-nonsense'],
  ['502', 'server-failed'],
  ['500', 'server-failed'],
  ['drop', 'offline'],
])('a server that answers with %s: the strip says %s, and all is still here', async (fault, state) => {
  const { officer, office, page } = scene;
  office.server.setFault(() => fault);
  await syncOnce(page);
  await seeStrip(page, state);
  await seeInBoth(page, page.locator('.sync-strip'), ['sync', 'lastContact']);
  await officer.goTo('outbox');
  const [request] = await pendingRequests(office);
  await page
    .getByRole('row')
    .filter({ hasText: request?.requestNo ?? '' })
    .waitFor();
  await expect(office.server.data.countDecisions()).resolves.toBe(0);
});

test.each<[Fault, string]>([
  ['drop-answer', 'offline'],
  ['bad-json', 'server-nonsense'],
  // All else comes through by now: this is no link that is down.
  ['cut', 'server-failed'],
])('the answer %s after the server committed: the decision is there once', async (fault, state) => {
  const { office, page } = scene;
  office.server.setFault(({ path }) => (path === '/v1/decisions' ? fault : 'none'));
  await syncOnce(page);
  await seeStrip(page, state);
  await expect(office.server.data.countDecisions('accepted')).resolves.toBe(1);
});

test('the next answer that comes through brings the receipt', async () => {
  const { officer, office, page } = scene;
  office.server.setFault(null);
  await syncOnce(page);
  await officer.seeSync('complete');
  await officer.goTo('outbox');
  await officer.showReceipt();
  await page.keyboard.press('Escape');
  await expect(office.server.data.countDecisions()).resolves.toBe(1);
});

/** The first of the next nine requests: a test that is tried again sends others. */
let nextNine = 0;

test('a page cut in the middle of a line is resumed, and everything arrives', async () => {
  const { officer, office, page } = scene;
  await officer.goTo('queue');
  const before = await rowsInQueue();
  const first = nextNine;
  nextNine += 100;
  const nine = await Promise.all(
    Array.from({ length: 9 }, (_, place) => anotherRequest(office, first + place)),
  );
  for (const request of nine) await office.server.data.putRequest(request);
  const asked: number[] = [];
  office.server.setFault(({ path, count }) => {
    if (path !== '/v1/changes') return 'none';
    asked.push(count);
    return asked.length <= 2 ? 'cut' : 'none';
  });
  await syncOnce(page);
  await officer.seeSync('complete');
  expect(asked.length).toBeGreaterThan(2);
  await officer.open(nine[8]?.requestNo ?? '');
  await officer.goTo('queue');
  await expect.poll(rowsInQueue).toBe(before + 9);
  office.server.setFault(null);
});

test('an unknown kind is carried, one that does not fit is set aside by name, and the rest arrives', async () => {
  const { officer, office, page } = scene;
  const later = await anotherRequest(office, 20);
  const { data } = office.server;
  await data.putItem({ kind: 'gazette-notice', id: 'notice-2026-7', districtId: 'jaipur', body: { no: 7 } });
  await data.putItem({
    kind: 'lsp',
    id: 'lsp-broken',
    districtId: 'jaipur',
    body: { id: 7, name: '<b>x</b>' },
  });
  await data.putRequest(later);
  await syncOnce(page);
  await seeStrip(page, 'remaining');
  await officer.open(later.requestNo);

  await seeSetAside(scene.officer);
  for (const language of ['hi', 'en'] as const) {
    await speak(page, language);
    const unknown = page.getByRole('row').filter({ hasText: 'notice-2026-7' });
    await unknown.getByText(beginning(language, 'outbox', 'setAside.whys.unknown-kind')).waitFor();
    const unfit = page.getByRole('row').filter({ hasText: 'lsp-broken' });
    await unfit.getByText(beginning(language, 'outbox', 'setAside.whys.invalid')).waitFor();
  }
  await speak(page, 'hi');
});

test('what was set aside is still there after a restart, and goes when the server sends it right', async () => {
  await scene.restart('quit');
  const { officer, office, page } = scene;
  await officer.signIn();
  await officer.seeQueue();
  await seeSetAside(scene.officer);
  await page.getByRole('row').filter({ hasText: 'notice-2026-7' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'lsp-broken' }).waitFor();

  const name = { hi: 'नमूना एलएसपी', en: 'Sample LSP' };
  const body = { id: 'lsp-broken', name, asOf: '2026-01-01' };
  await office.server.data.putItem({ kind: 'lsp', id: 'lsp-broken', districtId: 'jaipur', body });
  await syncOnce(page);
  await seeSetAside(scene.officer);
  await page.getByRole('row').filter({ hasText: 'lsp-broken' }).waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'notice-2026-7' }).waitFor();
});
