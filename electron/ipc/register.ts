import { ipcMain, type BrowserWindow } from 'electron';
import type { EventName, EventPayload, Handlers } from '../../shared/ipc/derive.ts';
import { callChannel, eventChannel } from '../../shared/ipc/wire.ts';
import { fail } from '../../shared/result.ts';
import { answerCall } from './answer-call.ts';
import type { FailureLog } from '../session/failure-log.ts';
import { isTrustedSender } from './trusted-sender.ts';

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** The one place with Electron's raw `ipcMain`: sender, then shape, then handler, and nobody can skip a step. */
export function registerIpc(handlers: Handlers, window: () => BrowserWindow | null, log: FailureLog): void {
  ipcMain.handle(callChannel, async (event, channel: unknown, input: unknown) => {
    if (!isTrustedSender(event, window()?.webContents.id ?? null)) return fail({ kind: 'untrusted-sender' });
    return answerCall(handlers, channel, input, log);
  });
}

/** Sends to the window when there is one; a closed or reloading window asks for the whole again. */
export function emitTo(window: () => BrowserWindow | null): Emit {
  return (event, payload) => {
    const target = window();
    if (target && !target.isDestroyed()) target.webContents.send(eventChannel, event, payload);
  };
}
