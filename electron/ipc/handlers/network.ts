import { instantOf } from '../../../shared/domain/india-date.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { NetworkFault } from '../../../shared/network/network-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { authorityFileBytes } from '../../network/read-authorities.ts';
import { tryConnection } from '../../network/try-connection.ts';
import type { SignedIn } from '../../session/session.ts';
import { checkServerUrl } from '../../sync/base-url.ts';
import type { Services } from '../services.ts';

type Network = Extract<keyof Handlers, `network.${string}`>;

export function networkHandlers(services: Services): Pick<Handlers, Network> {
  const { clock, network } = services;

  /** Puts a change on record where there is a vault for it, and goes the new road at once. */
  async function changed(desk: SignedIn | null, detail: Record<string, string | number | boolean>) {
    if (desk) {
      const entry = { at: instantOf(clock.now()), actor: desk.officer.officerId, subject: null };
      await desk.vault.store.noteAudit({ ...entry, action: 'network-changed', detail });
      desk.engine.syncNow().catch((error: unknown) => services.log('network', error));
    }
    return ok(await network.keeper.view());
  }

  return {
    'network.read': () => whileReachable(services, async () => ok(await network.keeper.view())),
    'network.write': (change) =>
      whileReachable(services, async (desk) => {
        const written = await network.keeper.write(change);
        if (!written.ok) return refused(written.error);
        const { mode, proxy, user, password, exceptions } = await network.keeper.view();
        const account = { hasUser: user !== '', hasPassword: password !== 'none' };
        return changed(desk, { mode, proxy, ...account, exceptions: exceptions.length });
      }),
    'network.chooseAuthorities': () =>
      whileReachable(services, async () => {
        const [file] = await network.chooser.files(['pem', 'crt', 'cer', 'der'], false);
        if (!file) return ok([]);
        if (file.fault === 'too-large' || file.bytes.byteLength > authorityFileBytes)
          return refused('file-too-large');
        const offered = network.keeper.offer(file.bytes, clock.now());
        return offered.ok ? offered : refused(offered.error);
      }),
    'network.acceptAuthorities': ({ sha256 }) =>
      whileReachable(services, async (desk) => {
        const accepted = await network.keeper.accept(sha256);
        if (!accepted.ok) return refused(accepted.error);
        return changed(desk, { trusted: sha256.join(' ') });
      }),
    'network.removeAuthority': ({ sha256 }) =>
      whileReachable(services, async (desk) => {
        await network.keeper.remove(sha256);
        return changed(desk, { noLongerTrusted: sha256 });
      }),
    'network.test': ({ serverUrl, change }) =>
      whileReachable(services, async (desk) => {
        const baseUrl = checkServerUrl(serverUrl ?? desk?.vault.identity.serverUrl ?? '');
        if (!baseUrl.ok) return fail({ kind: 'invalid-input', path: 'serverUrl' });
        const tried = await network.keeper.tried(change);
        if (!tried.ok) return refused(tried.error);
        return ok(await tryConnection(baseUrl.value, tried.value, network.systemProxy));
      }),
  };
}

function refused(why: NetworkFault): Result<never, DeskError> {
  return fail({ kind: 'network-refused', why });
}

/**
 * Before there is a vault anybody who sits here may enrol, and needs the road for it; afterwards whoever is signed in,
 * at a leaving desk too. Behind the lock nobody turns the road elsewhere.
 */
async function whileReachable<Value>(
  services: Services,
  work: (desk: SignedIn | null) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  const desk = services.session.present();
  if (desk) return work(desk);
  const { state } = await services.session.folder.presence();
  return state === 'absent' ? work(null) : fail({ kind: 'not-signed-in' });
}
