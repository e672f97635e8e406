import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import { localAdditionId, type LocalAddition } from '../../../shared/domain/local-addition.ts';
import { masterFaults } from '../../../shared/domain/master-faults.ts';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import type { Handlers, Input } from '../../../shared/ipc/derive.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { MasterFault } from '../../../shared/ipc/views/office.ts';
import type { SupersededItem } from '../../storage/store.ts';
import type { SignedIn } from '../../session/session.ts';
import { localEntryFault } from '../check-local-entry.ts';
import { currencyOf } from '../judge-request.ts';
import { mergedHolidays } from '../merged-holidays.ts';
import { done, whileSignedIn, type Services } from '../services.ts';
import { withStaleness } from '../with-staleness.ts';

export function masterHandlers(
  services: Services,
): Pick<Handlers, 'master.all' | 'master.addLocal' | 'master.removeLocal'> {
  return {
    'master.all': () => whileSignedIn(services, async (desk) => ok(await masterOf(services, desk))),
    'master.addLocal': ({ entry }) => whileSignedIn(services, (desk) => addLocal(services, desk, entry)),
    'master.removeLocal': ({ id }) =>
      whileSignedIn(services, async ({ vault, officer }) => {
        const at = instantOf(services.clock.now());
        services.applied(await vault.store.removeLocal(id, officer.officerId, at));
        return done;
      }),
  };
}

async function masterOf(services: Services, desk: SignedIn): Promise<MasterData> {
  const { store, identity } = desk.vault;
  const { figures, superseded, ...master } = await store.master();
  const additions = await store.additions();
  const states = withStaleness(await store.masterStates(), await currencyOf(services, desk));
  const today = indiaDate(services.clock.now());
  return {
    ...master,
    figures: figures.filter(({ districtId }) => districtId === identity.district.id),
    holidays: mergedHolidays(master.holidays, additions, identity.district.id),
    additions,
    states,
    faults: [...masterFaults({ ...master, figures }, today), ...superseded.map(unreadableFault)],
  };
}

/** The line itself is among what was set aside, whole. */
function unreadableFault({ kind, id }: SupersededItem): MasterFault {
  return { fault: 'newer-version-unreadable', subject: id, detail: kind };
}

async function addLocal(services: Services, desk: SignedIn, entry: Input<'master.addLocal'>['entry']) {
  const { store, identity } = desk.vault;
  const { holidays } = await store.master();
  const additions = await store.additions();
  const fault = localEntryFault(entry, { districtId: identity.district.id, holidays, additions });
  if (fault !== null) return fail(fault);
  const now = services.clock.now();
  const addition: LocalAddition = {
    id: localAdditionId.parse(services.makeId(now)),
    entry,
    by: desk.officer.officerId,
    byName: identity.officer.name,
    at: instantOf(now),
  };
  services.applied(await store.addLocal(addition));
  return ok(addition);
}
