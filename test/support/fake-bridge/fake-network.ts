import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { AuthorityView, NetworkView } from '../../../shared/ipc/views/network.ts';
import { fail, ok } from '../../../shared/result.ts';

type Channels = Extract<keyof Handlers, `network.${string}`>;

const offered: AuthorityView = {
  sha256: '7D3A90C41BE2'.padEnd(64, '5F08'),
  subject: 'Sample State Network CA (Sample Department)',
  issuer: 'Sample State Network CA (Sample Department)',
  validFrom: '2024-04-01T00:00:00.000Z',
  validTo: '2034-03-31T00:00:00.000Z',
};

/** A network whose proxy inspects: the road is well only when its authority is trusted. */
export function fakeNetwork(): Pick<Handlers, Channels> {
  let view: NetworkView = {
    ...{ mode: 'none', proxy: '', user: '', password: 'none', exceptions: [], authorities: [] },
    isDamaged: false,
  };
  return {
    'network.read': async () => ok(view),
    'network.write': async ({ password, ...change }) => {
      if (change.mode === 'manual' && change.proxy === '')
        return fail({ kind: 'network-refused', why: 'proxy-missing' });
      view = { ...view, ...change, password: password === null ? view.password : 'sealed', isDamaged: false };
      return ok(view);
    },
    'network.chooseAuthorities': async () => ok([offered]),
    'network.acceptAuthorities': async () => {
      view = { ...view, authorities: [offered] };
      return ok(view);
    },
    'network.removeAuthority': async () => {
      view = { ...view, authorities: [] };
      return ok(view);
    },
    'network.test': async ({ change }) => {
      const proxy = change.mode === 'manual' ? change.proxy : null;
      const isTrusted = view.authorities.length > 0;
      const detail = offered.subject;
      return ok({
        proxy,
        steps: [
          { step: 'proxy', state: proxy === null ? 'not-needed' : 'ok' },
          { step: 'certificate', state: isTrusted ? 'ok' : 'failed' },
          { step: 'server', state: isTrusted ? 'ok' : 'not-reached' },
        ],
        authority: isTrusted ? { name: detail, isOwn: true } : null,
        error: isTrusted ? null : { kind: 'certificate-untrusted', detail },
      });
    },
  };
}
