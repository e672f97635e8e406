import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/**
 * Loaded before a process's own code (`--import`): every way to the network throws, and each attempt is a line in the
 * file that `DESK_NETWORK_LOG` names, also where the attempt is caught and forgotten.
 */
const log = process.env['DESK_NETWORK_LOG'];
if (log === undefined) throw new Error('DESK_NETWORK_LOG names no file');
const file = log;

/** A function, not an arrow: some of these are called with `new`. */
function forbidden(name: string) {
  return function attempt(...args: unknown[]): never {
    const [target] = args;
    const what =
      typeof target === 'string' || target instanceof URL ? ` ${String(target).slice(0, 200)}` : '';
    appendFileSync(file, `${name}${what}\n`);
    throw new Error(`The network is forbidden here: ${name}`);
  };
}

function forbid(where: object, name: string, ways: readonly string[]): void {
  for (const way of ways) {
    if (!(way in where)) throw new Error(`${name}.${way} is not there any more`);
    Object.defineProperty(where, way, {
      value: forbidden(`${name}.${way}`),
      configurable: true,
      writable: true,
    });
  }
}

forbid(net.Socket.prototype, 'Socket', ['connect']);
forbid(net.Server.prototype, 'Server', ['listen']);
forbid(net, 'net', ['connect', 'createConnection']);
forbid(tls, 'tls', ['connect']);
forbid(http, 'http', ['request', 'get']);
forbid(https, 'https', ['request', 'get']);
forbid(http2, 'http2', ['connect']);
forbid(dgram.Socket.prototype, 'dgram', ['send', 'connect', 'bind']);
const lookups = ['lookup', 'resolve', 'resolve4', 'resolve6'];
forbid(dns, 'dns', lookups);
forbid(dns.promises, 'dns.promises', lookups);
const { fetch } = globalThis;
forbid(globalThis, 'globalThis', ['fetch', 'WebSocket']);
const refused = globalThis.fetch;
// An address that holds its own data asks nobody: the reader of ZIP files brings its WebAssembly along in one.
globalThis.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  return address.startsWith('data:') ? fetch(input, init) : refused(input, init);
};
syncBuiltinESMExports();
appendFileSync(file, 'watching\n');
