import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { AuthorityView, NetworkChange, NetworkView } from '../../shared/ipc/views/network.ts';
import type { NetworkFault } from '../../shared/network/network-fault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { OsWrap } from '../storage/vault.ts';
import { authorityViewOf, sha256Of } from './authority-view.ts';
import { readNetworkFile, writeNetworkFile, type KeptNetwork } from './network-file.ts';
import type { NetworkSettings } from './network-settings.ts';
import { readProxyAddress } from './proxy-address.ts';
import { isException } from './proxy-exceptions.ts';
import { ProxyPassword } from './proxy-password.ts';
import { mostAuthorities, readAuthorities } from './read-authorities.ts';

/** This PC's road to the server. It belongs to the PC and not to the vault: the enrolment goes by it. */
export interface NetworkKeeper {
  view(): Promise<NetworkView>;
  /** For connections: the same object until something changed. */
  settings(): Promise<NetworkSettings>;
  /** As the change would make it, for a trial. Nothing is kept. */
  tried(change: NetworkChange): Promise<Result<NetworkSettings, NetworkFault>>;
  write(change: NetworkChange): Promise<Result<null, NetworkFault>>;
  /** Reads a file's authorities and remembers them, to be accepted or not. */
  offer(bytes: Uint8Array, now: number): Result<AuthorityView[], NetworkFault>;
  /** Trusts those of the last offer that are named. */
  accept(sha256: readonly string[]): Promise<Result<null, NetworkFault>>;
  remove(sha256: string): Promise<void>;
}

interface Kept {
  file: KeptNetwork;
  isDamaged: boolean;
  settings: NetworkSettings;
}

export function networkKeeper(folder: string, osWrap: OsWrap): NetworkKeeper {
  const path = join(folder, 'network.json');
  const password = new ProxyPassword(osWrap);
  let loaded: Promise<Kept> | null = null;
  let offered: X509Certificate[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const kept = () => (loaded ??= load());
  async function load(): Promise<Kept> {
    const { kept: file, isDamaged } = await readNetworkFile(path);
    await password.open(file.sealedPassword);
    return { file, isDamaged, settings: settingsOf(file, password.plain) };
  }

  /** One after the other: two changes at once would lose one of them. Takes effect when it is on disk. */
  function change(
    next: (file: KeptNetwork) => KeptNetwork,
    take: () => void = () => undefined,
  ): Promise<void> {
    const done = last.then(async () => {
      const file = next((await kept()).file);
      await writeNetworkFile(path, file);
      take();
      loaded = Promise.resolve({ file, isDamaged: false, settings: settingsOf(file, password.plain) });
    });
    last = done.catch(() => undefined);
    return done;
  }

  /** The kept password goes to nobody but the proxy it was given for. */
  function passwordAfter(file: KeptNetwork, wanted: Checked, typed: string | null): string {
    if (typed !== null) return typed;
    const isSame = file.proxy === wanted.proxy && file.user === wanted.user;
    return isSame ? (password.plain ?? '') : '';
  }

  return {
    async view() {
      const { file, isDamaged } = await kept();
      const { mode, proxy, user, exceptions } = file;
      const authorities = file.authorities.map((pem) => authorityViewOf(new X509Certificate(pem)));
      return { mode, proxy, user, password: password.state, exceptions, authorities, isDamaged };
    },
    settings: async () => (await kept()).settings,
    async tried(wanted) {
      const checked = check(wanted);
      if (!checked.ok) return checked;
      const { file } = await kept();
      return ok(
        settingsOf({ ...file, ...checked.value }, passwordAfter(file, checked.value, wanted.password)),
      );
    },
    async write(wanted) {
      const checked = check(wanted);
      if (!checked.ok) return checked;
      const { file } = await kept();
      const isKept = wanted.password === null && file.proxy === checked.value.proxy;
      if (isKept && file.user === checked.value.user) {
        await change((before) => ({ ...before, ...checked.value }));
        return ok(null);
      }
      const { sealed, take } = await password.seal(wanted.password ?? '');
      await change((before) => ({ ...before, ...checked.value, sealedPassword: sealed }), take);
      return ok(null);
    },
    offer(bytes, now) {
      const read = readAuthorities(bytes, now);
      offered = read.ok ? read.value : [];
      return read.ok ? ok(read.value.map(authorityViewOf)) : read;
    },
    async accept(sha256) {
      const { file } = await kept();
      const known = new Set(file.authorities.map((pem) => sha256Of(new X509Certificate(pem))));
      const added = offered
        .filter((one) => sha256.includes(sha256Of(one)) && !known.has(sha256Of(one)))
        .map((one) => one.toString());
      if (known.size + added.length > mostAuthorities) return fail('too-many-certificates');
      await change((before) => ({ ...before, authorities: [...before.authorities, ...added] }));
      return ok(null);
    },
    remove: (sha256) =>
      change((before) => ({
        ...before,
        authorities: before.authorities.filter((pem) => sha256Of(new X509Certificate(pem)) !== sha256),
      })),
  };
}

type Checked = Pick<KeptNetwork, 'mode' | 'proxy' | 'user' | 'exceptions'>;

/** What is typed for a proxy by hand stays while another mode is chosen, as far as it can be read. */
function check({
  mode,
  proxy: typed,
  user,
  password,
  exceptions,
}: NetworkChange): Result<Checked, NetworkFault> {
  const proxy = readProxyAddress(typed);
  if (!proxy.ok && (mode === 'manual' || proxy.error === 'proxy-has-credentials')) return proxy;
  const wanted = exceptions.filter((entry) => entry !== '');
  if (!wanted.every(isException)) return fail('exception-invalid');
  if (user === '' && (password ?? '') !== '') return fail('user-missing');
  return ok({ mode, proxy: proxy.ok ? proxy.value : '', user, exceptions: wanted });
}

function settingsOf(file: Omit<KeptNetwork, 'sealedPassword'>, password: string | null): NetworkSettings {
  const { mode, proxy, user, exceptions, authorities } = file;
  return {
    ...{ mode, proxy, exceptions, authorities },
    // A user without a password is not sent: each such try counts as a failed one against the account.
    account: user === '' || password === null || password === '' ? null : { user, password },
  };
}
