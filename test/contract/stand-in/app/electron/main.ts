import {
  app,
  BrowserWindow,
  clipboard,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A small app that uses Electron as ours does, for the contract that either host must keep. */
const log = (line: string) => process.stdout.write(`${line}\n`);
const policy =
  "default-src 'none'; script-src 'self'; connect-src * ws:; worker-src 'self'; frame-src 'self'";

protocol.registerSchemesAsPrivileged([
  { scheme: 'desk', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();
if (process.env['DESK_DATA_DIR']) app.setPath('userData', process.env['DESK_DATA_DIR']);
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  app.on('second-instance', (_event, argv) =>
    log(`second-instance ${argv.length > 0 ? 'with' : 'without'} argv`),
  );
  app.on('window-all-closed', () => app.quit());
  let closings = 0;
  app.on('will-quit', (event) => {
    if (++closings > 1) return;
    event.preventDefault();
    log('will-quit');
    // A later turn, as after work that has to end first.
    setImmediate(() => app.quit());
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      log(`will-navigate ${event.url}`);
      event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      log(`window-open ${url}`);
      return { action: 'deny' };
    });
  });
  await app.whenReady();
  Menu.setApplicationMenu(null);
  handleCalls(() => window);
  const partition = session.fromPartition('contract');
  partition.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  partition.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: details.url.includes('/forbidden') });
  });
  partition.protocol.handle('desk', serve);
  window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: partition,
      sandbox: true,
      preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
    },
  });
  window.once('ready-to-show', () => log('ready-to-show'));
  await window.loadURL('desk://app/index.html');
  log('loaded');
}

async function serve(request: Request): Promise<Response> {
  const { pathname, host } = new URL(request.url);
  const headers = { 'content-security-policy': policy, 'x-seen-host': host };
  if (pathname === '/echo') return new Response(await request.text(), { headers });
  if (pathname === '/origin') return new Response(request.headers.get('origin') ?? request.url, { headers });
  const file = fileURLToPath(new URL(`../renderer${pathname}`, import.meta.url));
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return new Response('not found', { status: 404, headers });
  const type = pathname.endsWith('.html') ? 'text/html' : 'text/javascript';
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } });
}

function handleCalls(window: () => BrowserWindow | null): void {
  ipcMain.handle('echo', (_event, ...values: unknown[]) => values);
  ipcMain.handle('fail', () => {
    throw new TypeError('as it must');
  });
  ipcMain.handle('who', (event) => ({
    url: event.senderFrame?.url,
    origin: event.senderFrame?.origin,
    isTop: event.senderFrame?.parent === null,
    isWindow: event.sender.id === window()?.webContents.id,
  }));
  ipcMain.handle('tell', (_event, count: number) => {
    for (let index = 0; index < count; index++)
      window()?.webContents.send('told', index, new Uint8Array([index]));
  });
  ipcMain.handle('worker', async () => {
    const worker = new Worker(new URL('./vault-worker.js', import.meta.url));
    const [message] = (await once(worker, 'message')) as [unknown];
    return message;
  });
  ipcMain.handle('utility', async (_event, message: unknown) => {
    const entry = fileURLToPath(new URL('./document-process.js', import.meta.url));
    const child = utilityProcess.fork(entry, ['an argument'], { serviceName: 'contract', stdio: 'ignore' });
    const exited = once(child, 'exit') as Promise<[number]>;
    const answered = once(child, 'message');
    child.postMessage(message);
    if (message === 'hang') setTimeout(() => process.kill(child.pid ?? 0, 'SIGKILL'), 300);
    const first = await Promise.race([answered, exited.then(([code]) => [code === 7 ? 'ended 7' : 'died'])]);
    const isKilled = child.kill();
    await exited;
    return { answer: first[0] as unknown, isKilled, pidAfter: child.pid };
  });
  ipcMain.handle('utility-bytes', async (_event, values: number[]) => {
    const entry = fileURLToPath(new URL('./document-process.js', import.meta.url));
    const child = utilityProcess.fork(entry, [], { serviceName: 'contract', stdio: 'ignore' });
    child.postMessage(new Uint8Array(values));
    const [message] = (await once(child, 'message')) as [{ data: unknown }];
    child.kill();
    const isBytes = message.data instanceof Uint8Array;
    return { isBytes, values: isBytes ? [...(message.data as Uint8Array)] : null };
  });
  ipcMain.handle('app-facts', async () => ({
    version: app.getVersion(),
    isPackaged: app.isPackaged,
    hasKeyStore: await safeStorage.isAsyncEncryptionAvailable(),
  }));
  ipcMain.handle('unknown', () => {
    const names: Record<string, () => unknown> = {
      badge: () => app.setBadgeCount(1),
      zoom: () => window()?.webContents.setZoomFactor(2),
      event: () => window()?.on('swipe', () => undefined),
      option: () => new BrowserWindow({ transparent: true }),
      preference: () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      disk: () => session.fromPartition('persist:x'),
      encrypt: () => safeStorage.encryptStringAsync('x'),
    };
    return Object.entries(names).map(([name, use]) => [name, messageOf(use)]);
  });
  ipcMain.handle('outside', () => shell.openExternal('https://example.invalid').then(String, String));
  ipcMain.handle('clip', async (_event, text: string) => {
    await clipboard.writeText(text);
    return clipboard.readText();
  });
  ipcMain.handle('quit', () => app.quit());
}

function messageOf(use: () => unknown): string {
  try {
    use();
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
