import type { WebContents } from 'electron';
import { appOrigin } from '../../shared/ipc/wire.ts';

/** The part of an IPC event that says who sent it. */
export interface Sender {
  sender: Pick<WebContents, 'id'>;
  senderFrame: { url: string; parent: unknown } | null;
}

/** Only the top frame of our own window, showing our own page, may call. */
export function isTrustedSender(event: Sender, windowContentsId: number | null): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || event.sender.id !== windowContentsId) return false;
  return frame.url === appOrigin || frame.url.startsWith(`${appOrigin}/`);
}
