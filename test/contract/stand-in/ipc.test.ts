import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenDesk } from '../../support/drive-desk.ts';
import { call, driveContractApp } from './contract-app.ts';

let driven: DrivenDesk;
beforeAll(async () => {
  driven = await driveContractApp();
}, 60_000);
afterAll(() => driven.dispose());

describe('calls between window and main process', () => {
  test('bring values both ways, undefined and bytes included', async () => {
    const isSame = await driven.page.evaluate(async () => {
      const sent = [
        undefined,
        { a: undefined, bytes: new Uint8Array([1, 2, 255]), at: new Date(5) },
        'हिन्दी',
      ];
      const came = (await window.contract.call('echo', ...sent)) as typeof sent;
      const inner = came[1] as { a?: unknown; bytes: Uint8Array; at: Date };
      return [came[0] === undefined, 'a' in inner, inner.bytes.join(), inner.at.getTime(), came[2]];
    });
    expect(isSame).toEqual([true, true, '1,2,255', 5, 'हिन्दी']);
  });

  test('carry a batch of a megabyte', async () => {
    const length = await driven.page.evaluate(async () => {
      const [text] = (await window.contract.call('echo', 'क'.repeat(1_000_000))) as [string];
      return text.length;
    });
    expect(length).toBe(1_000_000);
  });

  test('fail with the message that Electron gives', async () => {
    await expect(call(driven.page, 'fail')).rejects.toThrow(
      "Error invoking remote method 'fail': TypeError: as it must",
    );
    await expect(call(driven.page, 'nobody')).rejects.toThrow("No handler registered for 'nobody'");
  });

  test('refuse what cannot be cloned', async () => {
    const message = await driven.page.evaluate(() =>
      window.contract.call('echo', Symbol('x')).then(String, (error: unknown) => String(error)),
    );
    expect(message).toContain('could not be cloned');
  });

  test('name the sender as the app knows itself', async () => {
    expect(await call(driven.page, 'who')).toEqual({
      url: 'desk://app/index.html',
      origin: 'desk://app',
      isTop: true,
      isWindow: true,
    });
  });

  test('tell the window in order, until it stops listening', async () => {
    const told = await driven.page.evaluate(async () => {
      const seen: string[] = [];
      const stop = window.contract.on((index, bytes) =>
        seen.push(`${String(index)}:${(bytes as Uint8Array).join()}`),
      );
      await window.contract.call('tell', 50);
      await window.contract.call('echo');
      stop();
      await window.contract.call('tell', 5);
      await window.contract.call('echo');
      return seen;
    });
    expect(told).toEqual(Array.from({ length: 50 }, (_, index) => `${index}:${index}`));
  });

  test('leave nothing of the raw binding for page code', async () => {
    expect(await driven.page.locator('body').getAttribute('data-globals')).toBe('');
    const reach = await driven.page.evaluate(() => ({
      names: Object.getOwnPropertyNames(globalThis).filter((name) =>
        /^__(?!zod_)|playwright|^desk/i.test(name),
      ),
      isFrozen: Object.isFrozen(window.contract),
      isFixed: Object.getOwnPropertyDescriptor(window, 'contract')?.writable === false,
      hasNode: 'require' in window || 'process' in window,
    }));
    expect(reach).toEqual({ names: [], isFrozen: true, isFixed: true, hasNode: false });
  });

  test('are not there in a frame, nor is the raw binding', async () => {
    const inFrame = await driven.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/index.html';
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      const early = Object.getOwnPropertyNames(frame.contentWindow ?? {}).filter((name) =>
        /^desk[0-9a-f]/.test(name),
      );
      await loaded;
      const inner = frame.contentWindow as unknown as object;
      const late = Object.getOwnPropertyNames(inner).filter((name) => /^desk[0-9a-f]/.test(name));
      const hasBridge = 'contract' in inner;
      frame.remove();
      return { early, late, hasBridge };
    });
    expect(inFrame).toEqual({ early: [], late: [], hasBridge: false });
  });

  test('work again after a reload', async () => {
    await driven.page.reload();
    expect(await call(driven.page, 'echo', 1)).toEqual([1]);
  });
});

describe('what the stand-in does not have', () => {
  test('throws by name in the main process', async () => {
    const answers = Object.fromEntries((await call(driven.page, 'unknown')) as [string, string][]);
    expect(answers).toEqual({
      badge: "Electron's app.setBadgeCount is not in the stand-in",
      zoom: "Electron's webContents.setZoomFactor is not in the stand-in",
      event: "Electron's BrowserWindow event 'swipe' is not in the stand-in",
      option: "Electron's BrowserWindow option transparent is not in the stand-in",
      preference: "Electron's BrowserWindow webPreferences nodeIntegration: true is not in the stand-in",
      disk: "Electron's session with a partition on disk (persist:x) is not in the stand-in",
      encrypt: "Electron's safeStorage.encryptStringAsync is not in the stand-in",
    });
  });

  test('throws by name in the preload', async () => {
    const message = await driven.page.evaluate(() => window.contract.unknown());
    expect(message).toBe("Error: Electron's ipcRenderer.sendSync is not in the stand-in");
  });

  test('opens nothing outside', async () => {
    expect(await call(driven.page, 'outside')).toContain('opens nothing outside');
  });
});

test('facts, clipboard and the worker thread', async () => {
  expect(await call(driven.page, 'app-facts')).toEqual({
    version: '0.1.0',
    isPackaged: false,
    hasKeyStore: false,
  });
  expect(await call(driven.page, 'clip', 'नमूना')).toBe('नमूना');
  expect(await call(driven.page, 'worker')).toBe('from the worker');
});
