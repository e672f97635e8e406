import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { TrustState } from '../../../shared/ipc/views/documents.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { TrustUpdateFault } from '../../documents/trust/read-trust-update.ts';
import type { TrustKeeper } from '../../session/trust-keeper.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function trustHandlers(services: Services): Pick<Handlers, 'trust.state' | 'trust.update'> {
  const { trust, chooser } = services.documents;
  return {
    'trust.state': () => whileSignedIn(services, async () => ok(stateOf(trust))),
    'trust.update': () =>
      whileSignedIn(services, async (desk) => {
        const [file] = await chooser.files(['json'], false);
        if (!file || services.session.signedIn() !== desk) return ok(stateOf(trust));
        if (file.fault !== null) return fail({ kind: 'trust-refused', why: 'damaged' });
        const proved = trust.prove(file.bytes);
        if (!proved.ok) return fail({ kind: 'trust-refused', why: whyOf(proved.error) });
        const at = instantOf(services.clock.now());
        await desk.vault.store.saveTrustUpdate(proved.value.sequence, file.bytes, desk.officer.officerId, at);
        trust.add(proved.value);
        return ok(stateOf(trust));
      }),
  };
}

function stateOf(trust: TrustKeeper): TrustState {
  const certificates = trust.certificates().map(({ sha256, name, notBefore, notAfter, update }) => ({
    ...{ sha256, name, update },
    ...{ validFrom: instantOf(notBefore), validTo: instantOf(notAfter) },
  }));
  return { certificates, canUpdate: trust.canUpdate };
}

function whyOf({ kind }: TrustUpdateFault): 'no-root' | 'not-signed-by-root' | 'damaged' | 'older' {
  switch (kind) {
    case 'no-root':
    case 'not-signed-by-root':
    case 'older':
      return kind;
    case 'too-large':
    case 'damaged':
    case 'unknown-kind':
    case 'bad-certificate':
      return 'damaged';
  }
}
