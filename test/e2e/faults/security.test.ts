import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';

const scene = useScene({ requests: 24 });

/** Another origin, that counts who comes to it. */
let stranger: Server;
let strangerUrl = '';
let visits = 0;

beforeAll(async () => {
  stranger = createServer((_request, response) => {
    visits += 1;
    response.setHeader('access-control-allow-origin', '*').end('here');
  });
  await new Promise<void>((resolve) => {
    stranger.listen(0, '127.0.0.1', resolve);
  });
  strangerUrl = `http://127.0.0.1:${String((stranger.address() as AddressInfo).port)}/`;
});

afterAll(() => {
  stranger.close();
});

/** Runs in a task of the page's own: what a debugger evaluates is exempt from the content policy. */
function inPage(body: string): Promise<unknown> {
  return scene.page.evaluate(
    `new Promise((resolve) => setTimeout(async () => {
      try { resolve(await (async () => { ${body} })()); } catch (error) { resolve('refused: ' + error.name); }
    }))`,
  );
}

/** A call over the bridge with whatever the page likes. */
function ask(channel: unknown, input: unknown): Promise<unknown> {
  const values = [channel, input].map((value) => (value === undefined ? 'undefined' : JSON.stringify(value)));
  return inPage(`return window.desk.call(${values.join(', ')})`);
}

test('the page has the bridge and nothing of Node or Electron', async () => {
  expect(await inPage(`return Object.keys(window.desk).sort()`)).toEqual(['call', 'on']);
  const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'];
  expect(await inPage(`return ${JSON.stringify(names)}.filter((name) => name in window)`)).toEqual([]);
});

test('the bridge cannot be changed from the page', async () => {
  await inPage(`window.desk.call = () => 'mine'; return 0`);
  expect(await inPage(`window.desk = { call: () => 'mine' }; return 0`)).toBeDefined();
  expect(await ask('app.state', undefined)).toMatchObject({ ok: true });
});

test.each([
  ['eval', `return eval('1 + 1')`],
  ['new Function', `return new Function('return 2')()`],
  ['setTimeout with text', `setTimeout('window.wasRun = true'); return 'asked'`],
  ['HTML from text', `document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); return 'put in'`],
  ['a worker from a blob', `return new Worker(URL.createObjectURL(new Blob(['1']))) && 'started'`],
])('%s is refused', async (_name, body) => {
  expect(await inPage(body)).toMatch(/^refused: /);
});

test('an inline script and one of another origin do not run', async () => {
  await inPage(`
    const inline = document.createElement('script');
    try { inline.text = 'window.wasRun = true'; document.head.append(inline); } catch {}
    const outer = document.createElement('script');
    try { outer.src = ${JSON.stringify(strangerUrl)}; document.head.append(outer); } catch {}
    const holder = document.createElement('div');
    holder.setAttribute('onclick', 'window.wasRun = true');
    document.body.append(holder);
    holder.click();
    holder.remove();
    return 0`);
  expect(await inPage(`return window.wasRun === undefined`)).toBe(true);
  expect(visits).toBe(0);
});

test.each([
  ['fetch', `await fetch(URL_); return 'came'`],
  ['XMLHttpRequest', `const r = new XMLHttpRequest(); r.open('GET', URL_, false); r.send(); return 'came'`],
  [
    'a WebSocket',
    `return new Promise((done, not) => { const s = new WebSocket(URL_.replace('http', 'ws'));
       s.onopen = () => done('came'); s.onerror = () => not(new Error('no')); })`,
  ],
  [
    'a picture',
    `return new Promise((done, not) => { const i = new Image(); i.onload = () => done('came');
       i.onerror = () => not(new Error('no')); i.src = URL_; })`,
  ],
  [
    'a frame',
    `const f = document.createElement('iframe'); f.src = URL_; document.body.append(f);
     await new Promise((r) => setTimeout(r, 200)); let text = '';
     try { text = f.contentDocument?.body?.textContent ?? ''; } catch {} f.remove();
     if (text !== 'here') throw new Error('no'); return 'came'`,
  ],
])('%s to another origin is refused', async (_name, body) => {
  expect(await inPage(body.replaceAll('URL_', JSON.stringify(strangerUrl)))).toMatch(/^refused: /);
  await inPage(`navigator.sendBeacon?.(${JSON.stringify(strangerUrl)}, 'x'); return 0`);
  expect(visits).toBe(0);
});

test('a scan is served to the signed-in officer alone; locked, neither scan nor call answers', async () => {
  const { officer, office } = scene;
  const scans = (await office.requests())
    .filter(({ status }) => status === 'pending')
    .flatMap(({ documents }) => documents.flatMap(({ scan }) => (scan ? [scan.hash] : [])));
  const [hash] = scans;
  const status = `return (await fetch('/scans/${String(hash)}')).status`;
  expect(await inPage(status)).toBe(200);
  for (const path of [
    '/..%2felectron%2fmain.js',
    '/scans/..%2f..%2felectron%2fmain.js',
    '/%2e%2e%2finputs.sha256',
    '/scans/zz',
  ]) {
    expect(await inPage(`return (await fetch('${path}')).status`), path).toBe(404);
  }

  await officer.lock();
  expect(await inPage(status)).toBe(404);
  const notSignedIn = { ok: false, error: { kind: 'not-signed-in' } };
  expect(await ask('outbox.decisions', { state: null, limit: 10 })).toMatchObject(notSignedIn);
  expect(await ask('queue.page', { after: null, limit: 10 })).toMatchObject(notSignedIn);
  expect(await ask('sync.status', undefined)).toMatchObject(notSignedIn);
  await officer.signIn();
  await officer.seeQueue();
});

test.each([
  ['a new window', `window.open(URL_)`],
  ['another address', `location.href = URL_`],
  ['a file', `location.href = 'file:///etc/passwd'`],
  ['a page in the address', `location.href = 'data:text/html,x'`],
  ['a script in the address', `location.href = 'javascript:window.wasRun=1'`],
  [
    'a form',
    `const form = document.createElement('form'); form.action = URL_; document.body.append(form);
     form.submit(); form.remove();`,
  ],
  [
    'a link into a new window',
    `const link = document.createElement('a'); link.href = URL_; link.target = '_blank';
     document.body.append(link); link.click(); link.remove();`,
  ],
])('%s leads nowhere: the page stays', async (_name, body) => {
  const { page } = scene;
  const url = page.url();
  await inPage(`window.stayed = 'here'; return 0`);
  // In a task of its own, after the answer: an evaluation that starts a navigation may never be answered.
  await inPage(`setTimeout(() => { ${body.replaceAll('URL_', JSON.stringify(strangerUrl))} }); return 0`);
  await inPage(`await new Promise((done) => setTimeout(done, 150)); return 0`);
  expect(page.url()).toBe(url);
  expect(await inPage(`return [window.stayed, window.wasRun]`)).toEqual(['here', undefined]);
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(visits).toBe(0);
});

test('every permission is refused', async () => {
  expect(await inPage(`return Notification.requestPermission()`)).not.toBe('granted');
  expect(
    await inPage(`return new Promise((done) => navigator.geolocation.getCurrentPosition(
      () => done('given'), (error) => done(error.code)))`),
  ).toBe(1);
  expect(await inPage(`await navigator.mediaDevices.getUserMedia({ audio: true }); return 'given'`)).toMatch(
    /^refused: /,
  );
  expect(await inPage(`return navigator.clipboard.readText().then(() => 'given')`)).toMatch(/^refused: /);
});

test.each([
  ['no channel at all', undefined, undefined],
  ['an unknown channel', 'vault.key', undefined],
  ['a name of every object', 'constructor', undefined],
  ['a prototype', '__proto__', undefined],
  ['a channel that is no text', { toString: 'app.state' }, undefined],
  ['a wrong shape', 'request.open', { id: 7 }],
  ['nothing where something is needed', 'decision.record', undefined],
  ['an outcome that is none', 'decision.record', { outcome: 'burn' }],
  ['too much text', 'session.signIn', { officerId: 'officer-jaipur-1', password: 'x'.repeat(201) }],
])('a call with %s is answered invalid-input', async (_name, channel, input) => {
  expect(await ask(channel, input)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
});
