/** The main process as the process for documents sees it. */
export interface HostPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/**
 * The way to whoever started this process: Electron's, or Node's own where it was forked by Node. The process ends when
 * the way does, so that none is left behind.
 */
export function hostPort(): HostPort {
  const { parentPort } = process as { parentPort?: Electron.ParentPort };
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => void parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  process.once('disconnect', () => process.exit(0));
  return {
    post: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on('message', listener),
  };
}
