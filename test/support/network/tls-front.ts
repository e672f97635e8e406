import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import type { TestCertificate } from './test-certificates.ts';

export interface TlsFront {
  port: number;
  close(): Promise<void>;
}

/** Lets TLS in and hands what is inside on to a server in clear, as the front of a data centre does. */
export async function tlsFront(serverUrl: string, { key, certificate }: TestCertificate): Promise<TlsFront> {
  const target = new URL(serverUrl);
  const open = new Set<TLSSocket>();
  const server = createServer({ key, cert: certificate }, (outer) => {
    const inner = connect(Number(target.port), target.hostname);
    open.add(outer);
    outer.on('error', () => inner.destroy()).once('close', () => open.delete(outer) && inner.destroy());
    inner.on('error', () => outer.destroy()).once('close', () => outer.destroy());
    outer.pipe(inner).pipe(outer);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
