import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** The road between a desk and the central server, as a TCP relay on loopback that can be cut and restored. */
export interface CuttableLink {
  url: string;
  /** Ends every connection at once, and refuses new ones: an office whose line is dead. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param serverUrl where the server listens, `http://127.0.0.1:…`.
 * @param onSent sees what the desk sends.
 */
export async function cuttableLink(
  serverUrl: string,
  onSent: (part: Buffer) => void = () => undefined,
): Promise<CuttableLink> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;

  async function listen(): Promise<void> {
    server = createServer((inner) => {
      inner.on('data', onSent);
      relay(inner, connect(Number(target.port), target.hostname));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address && typeof address === 'object') port = address.port;
  }

  function relay(inner: Socket, outer: Socket): void {
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }

  async function cut(): Promise<void> {
    const closing = server;
    server = null;
    if (!closing) return;
    const closed = once(closing, 'close');
    closing.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    restore: async () => {
      if (!server) await listen();
    },
    close: cut,
  };
}
