import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenDesk } from '../../support/drive-desk.ts';
import { call, driveContractApp } from './contract-app.ts';

let driven: DrivenDesk;
let outside: Server;
let connections = 0;
let outsidePort = 0;

beforeAll(async () => {
  outside = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const address = outside.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  outsidePort = address.port;
  driven = await driveContractApp();
}, 60_000);
afterAll(async () => {
  await driven.dispose();
  outside.close();
});

test('files and their headers come from the handler of the scheme', async () => {
  const answer = await driven.page.evaluate(async () => {
    const { status, headers } = await fetch('/index.html');
    const missing = await fetch('/nothing.html');
    return [status, headers.get('content-security-policy'), headers.get('x-seen-host'), missing.status];
  });
  expect(answer).toEqual([200, expect.stringContaining("script-src 'self'"), 'app', 404]);
});

test('a request brings method, body and the app’s own origin', async () => {
  const [echo, origin] = await driven.page.evaluate(async () => [
    await (await fetch('/echo', { method: 'POST', body: 'नमूना' })).text(),
    await (await fetch('/origin', { method: 'POST', body: '' })).text(),
  ]);
  expect(echo).toBe('नमूना');
  expect(origin).toBe('desk://app');
});

test('the content policy holds: no inline script, no eval', async () => {
  const result = await driven.page.evaluate(async () => {
    const breaches: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => breaches.push(event.blockedURI));
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.inline = "ran"';
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { ran: document.body.dataset['inline'] ?? 'no', breaches };
  });
  expect(result).toEqual({ ran: 'no', breaches: ['inline'] });
});

test('the page is a secure context', async () => {
  expect(await driven.page.evaluate(() => isSecureContext && 'subtle' in crypto)).toBe(true);
});

test('the session’s request filter is asked', async () => {
  const outcome = await driven.page.evaluate(() =>
    fetch('/forbidden').then(
      () => 'came',
      () => 'blocked',
    ),
  );
  expect(outcome).toBe('blocked');
});

test('no network is reached: fetch, WebSocket, image, another localhost name', async () => {
  const outcomes = await driven.page.evaluate(async (port) => {
    const viaSocket = new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('blocked');
    });
    const viaFetch = (url: string) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'came',
        () => 'blocked',
      );
    return [
      await viaFetch(`http://127.0.0.1:${port}/`),
      await viaFetch(`http://desk.localhost:${port}/`),
      await viaFetch(`http://other.localhost/`),
      await viaFetch('https://example.com/'),
      await viaSocket,
    ];
  }, outsidePort);
  expect(outcomes).toEqual(Array(5).fill('blocked'));
  expect(connections).toBe(0);
});

test('navigation is asked of the main process, and stays when that says no', async () => {
  const before = driven.page.url();
  await driven.page.evaluate((port) => {
    location.href = `http://127.0.0.1:${port}/away`;
  }, outsidePort);
  await expect
    .poll(() => driven.desk.output())
    .toContain(`will-navigate http://127.0.0.1:${outsidePort}/away`);
  await driven.page.evaluate(() => {
    location.href = '/elsewhere.html';
  });
  await expect.poll(() => driven.desk.output()).toContain('will-navigate desk://app/elsewhere.html');
  expect(driven.page.url()).toBe(before);
  expect(await call(driven.page, 'echo', 1)).toEqual([1]);
});

test('new windows are asked for and refused', async () => {
  await driven.page.evaluate(() => {
    window.open('/index.html');
  });
  await expect.poll(() => driven.desk.output()).toContain('window-open desk://app/index.html');
  await expect.poll(() => driven.page.context().pages().length).toBe(1);
});

test('permissions are refused', async () => {
  const states = await driven.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'clipboard-read'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});
