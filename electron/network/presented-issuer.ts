import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import { connect, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import { certificateFaultOf } from '../sync/fetch-failure.ts';
import { nameOf } from './authority-view.ts';
import { proxyToken } from './make-dispatcher.ts';
import type { Proxy } from './proxy-of.ts';

const patience = 5000;

/**
 * Who signed what the other end presents: asked after a connection was refused for it, so that the officer can ask for
 * that authority's certificate. The check stays on, nothing is ever written, and the connection ends with the handshake.
 * @returns empty when it cannot be learned.
 */
export async function presentedIssuer(
  url: URL,
  proxy: Proxy | null,
  trusted: SecureContext,
): Promise<string> {
  try {
    const tunnel = proxy && (await openTunnel(url, proxy, trusted));
    if (typeof tunnel === 'string') return tunnel;
    return await issuerAt(url, tunnel, trusted);
  } catch {
    return '';
  }
}

function issuerAt(url: URL, socket: Socket | null, secureContext: SecureContext): Promise<string> {
  const port = url.port === '' ? 443 : Number(url.port);
  const host = url.hostname;
  return issuerSeenBy(
    connect({ host, port, servername: host, secureContext, ...(socket ? { socket } : {}) }),
  );
}

/** `secure` comes before Node's own listener judges the certificate and ends the connection. */
function issuerSeenBy(connection: TLSSocket): Promise<string> {
  return new Promise((resolve) => {
    let issuer = '';
    connection.prependListener('secure', () => {
      issuer = lastIssuer(connection.getPeerCertificate(true));
    });
    connection.once('secureConnect', () => connection.destroy());
    connection.setTimeout(patience, () => connection.destroy());
    connection.on('error', () => undefined).once('close', () => resolve(issuer));
  });
}

/** Of the last certificate that was presented: the one that is missing here. */
function lastIssuer(certificate: PeerCertificate): string {
  let at: Partial<PeerCertificate> & { issuerCertificate?: PeerCertificate } = certificate;
  for (let depth = 0; depth < 10; depth += 1) {
    const above = at.issuerCertificate;
    if (!above || above === at || above.fingerprint256 === at.fingerprint256) break;
    at = above;
  }
  return at.issuer ? nameOf(at.issuer) : '';
}

/** A connection to the server through the proxy; a text is the issuer of the proxy's own certificate, if that is it. */
function openTunnel(url: URL, proxy: Proxy, secureContext: SecureContext): Promise<Socket | string> {
  const at = new URL(proxy.address);
  const request = at.protocol === 'https:' ? secureRequest : plainRequest;
  const target = `${url.hostname}:${url.port === '' ? '443' : url.port}`;
  return new Promise((resolve, reject) => {
    let issuer = '';
    const asked = request({
      ...{ host: at.hostname, port: Number(at.port), method: 'CONNECT', path: target, agent: false },
      ...{ timeout: patience, secureContext },
      headers: {
        host: target,
        ...(proxy.account ? { 'proxy-authorization': proxyToken(proxy.account) } : {}),
      },
    });
    asked.once('socket', (socket) => {
      socket.prependListener('secure', () => {
        if (isSecure(socket)) issuer = lastIssuer(socket.getPeerCertificate(true));
      });
    });
    asked.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) resolve(socket);
      else reject(new Error('no tunnel'));
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', (error) => {
      if (certificateFaultOf(error) === null) reject(error);
      else resolve(issuer);
    });
    asked.end();
  });
}

function isSecure(socket: Socket): socket is TLSSocket {
  return 'encrypted' in socket;
}
