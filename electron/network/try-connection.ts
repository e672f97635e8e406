import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import type { ConnectionTrial } from '../../shared/ipc/views/network.ts';
import { healthAnswer } from '../../shared/sync/protocol.ts';
import { deskErrorOf } from '../sync/enrol.ts';
import { httpTransport } from '../sync/http-transport.ts';
import type { SyncFailure } from '../sync/sync-failure.ts';
import { nameOf } from './authority-view.ts';
import { networkFetch } from './network-fetch.ts';
import type { NetworkSettings } from './network-settings.ts';
import { proxyOf, type SystemProxy } from './proxy-of.ts';

const patience = { answer: 15_000, idle: 15_000, whole: 15_000 };

type Steps = ConnectionTrial['steps'];

/** Goes the whole road once, on connections of its own, and tells how far it came. */
export async function tryConnection(
  baseUrl: string,
  settings: NetworkSettings,
  systemProxy: SystemProxy,
): Promise<ConnectionTrial> {
  const url = new URL(baseUrl);
  const isPlain = url.protocol === 'http:';
  const proxy = isPlain ? null : await proxyOf(url, settings, systemProxy);
  const seen: { top: PeerCertificate | null } = { top: null };
  const heard = (certificate: PeerCertificate) => {
    seen.top = topOf(certificate);
  };
  const fetch = networkFetch({ settings: async () => settings, systemProxy: async () => proxy, heard });
  const transport = httpTransport({ baseUrl, fetch, patience });
  const { signal } = new AbortController();
  const answer = await transport.call({ path: '/v1/health', schema: healthAnswer, signal });
  const failure = answer.ok ? null : answer.error;
  return {
    proxy: proxy?.name ?? null,
    steps: stepsOf(failure, { hasProxy: proxy !== null, isPlain, isTrusted: seen.top !== null }),
    authority: seen.top && authorityOf(seen.top, settings),
    error: failure && deskErrorOf(failure),
  };
}

interface Road {
  hasProxy: boolean;
  isPlain: boolean;
  isTrusted: boolean;
}

function stepsOf(failure: SyncFailure | null, { hasProxy, isPlain, isTrusted }: Road): Steps {
  const failed = failure === null ? null : failedStep(failure.kind);
  const proxy = failed === 'proxy' ? 'failed' : 'ok';
  const certificate = failed === 'certificate' ? 'failed' : isTrusted ? 'ok' : 'not-reached';
  const server = failed === 'server' ? 'failed' : failed === null ? 'ok' : 'not-reached';
  return [
    { step: 'proxy', state: hasProxy ? proxy : 'not-needed' },
    { step: 'certificate', state: isPlain ? 'not-needed' : certificate },
    { step: 'server', state: server },
  ];
}

function failedStep(kind: SyncFailure['kind']): Steps[number]['step'] {
  if (kind.startsWith('proxy-')) return 'proxy';
  return kind.startsWith('certificate-') ? 'certificate' : 'server';
}

/** The authority at the end of the chain that held. */
function topOf(certificate: PeerCertificate): PeerCertificate {
  let at = certificate;
  for (let depth = 0; depth < 10; depth += 1) {
    const above =
      'issuerCertificate' in at ? (at.issuerCertificate as PeerCertificate | undefined) : undefined;
    if (!above || above.fingerprint256 === at.fingerprint256) break;
    at = above;
  }
  return at;
}

function authorityOf(top: PeerCertificate, { authorities }: NetworkSettings): ConnectionTrial['authority'] {
  const isOwn = authorities.some((pem) => new X509Certificate(pem).fingerprint256 === top.fingerprint256);
  return { name: nameOf(top.subject), isOwn };
}
