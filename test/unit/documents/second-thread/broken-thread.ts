import { startSecondThread } from '../../../../electron/documents/second-thread/second-thread.ts';

/** A process whose second thread does not find its engine. */
const thread = startSecondThread(
  new URL('../../../../electron/documents/second-thread/serve-second-thread.ts', import.meta.url),
  { path: (asset) => `/nowhere/${asset}`, secondThread: null },
);
await thread.codes({ width: 10, height: 10, pixels: new Uint8Array(300), dotsPerInch: null });
