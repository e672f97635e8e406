import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Answer, DeskBridge } from '../shared/ipc/derive.ts';
import { callChannel, eventChannel } from '../shared/ipc/wire.ts';

/**
 * The whole bridge: one call and one event channel. The main process checks sender, channel and shape of every call
 * against the contract, so that this file holds no list that could go stale.
 */
const bridge: DeskBridge = {
  call: (channel, input) =>
    ipcRenderer.invoke(callChannel, channel, input) as Promise<Answer<typeof channel>>,
  on(event, listener) {
    const forward = (_: IpcRendererEvent, name: unknown, payload: unknown) => {
      if (name === event) listener(payload as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.removeListener(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
