import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TestCertificate } from './test-certificates.ts';

export interface TestProxy {
  port: number;
  /** `host:port` of each tunnel that was let through. */
  tunnels: string[];
  /** What it said no with. */
  refusals: number[];
  /** Whoever does not say this as user and password is asked for them; null: everybody may pass. */
  account: { user: string; password: string } | null;
  /** It answers this instead of opening a tunnel. */
  refuseWith: number | null;
  close(): Promise<void>;
}

/**
 * A proxy of an office: CONNECT and nothing else. It knows every name, and reaches all of them on this machine, so that
 * a test's server has a name which nobody can reach without the proxy.
 */
export async function testProxy(secure: TestCertificate | null = null): Promise<TestProxy> {
  const server = secure ? createSecureServer({ key: secure.key, cert: secure.certificate }) : createServer();
  const open = new Set<Duplex>();
  const proxy: TestProxy = {
    port: 0,
    tunnels: [],
    refusals: [],
    account: null,
    refuseWith: null,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };

  function statusFor(request: IncomingMessage): number {
    const { account, refuseWith } = proxy;
    const token = account && Buffer.from(`${account.user}:${account.password}`).toString('base64');
    if (token !== null && request.headers['proxy-authorization'] !== `Basic ${token}`) return 407;
    return refuseWith ?? 200;
  }

  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    client.on('error', () => undefined);
    open.add(client);
    const status = statusFor(request);
    if (status !== 200) {
      proxy.refusals.push(status);
      const ask = status === 407 ? 'Proxy-Authenticate: Basic realm="office"\r\n' : '';
      client.end(`HTTP/1.1 ${status} No\r\n${ask}Content-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const target = request.url ?? '';
    proxy.tunnels.push(target);
    const onward = connect(Number(target.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(onward).pipe(client);
    });
    onward.on('error', () => client.destroy());
    client.once('close', () => open.delete(client) && onward.destroy());
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}
