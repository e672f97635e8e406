import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

contextBridge.exposeInMainWorld('contract', {
  call: (channel: string, ...values: unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...values),
  on: (listener: (...values: unknown[]) => void) => {
    const forward = (_: IpcRendererEvent, ...values: unknown[]) => {
      listener(...values);
    };
    ipcRenderer.on('told', forward);
    return () => {
      ipcRenderer.removeListener('told', forward);
    };
  },
  unknown: () => {
    try {
      ipcRenderer.sendSync('x');
      return 'nothing was thrown';
    } catch (error) {
      return String(error);
    }
  },
});
