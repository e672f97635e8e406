import { basename } from 'node:path';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { CourierFault } from '../../../shared/courier/courier-fault.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { readBundleFile, writeBundleFile } from '../../courier/bundle-file.ts';
import { readInBundle } from '../../courier/read-in.ts';
import { makeOutBundle, noteOutBundle } from '../../courier/write-out.ts';
import type { SignedIn } from '../../session/session.ts';
import type { Applied } from '../../storage/store.ts';
import { dueHorizon } from '../../sync/due-horizon.ts';
import { safeFileName } from '../../export/safe-file-name.ts';
import { whilePresent, type Services } from '../services.ts';

type Channels = 'courier.state' | 'courier.write' | 'courier.read';

/** The files that a stick carries between this desk and the central office. */
export function courierHandlers(services: Services): Pick<Handlers, Channels> {
  let isBusy = false;

  /** One at a time: two files made at once would have one number. */
  async function alone<Value>(
    work: (desk: SignedIn) => Promise<Result<Value, DeskError>>,
  ): Promise<Result<Value, DeskError>> {
    if (isBusy) return refused('busy');
    isBusy = true;
    try {
      return await whilePresent(services, work);
    } finally {
      isBusy = false;
    }
  }

  return {
    'courier.state': () => whilePresent(services, async (desk) => ok(await stateOf(services, desk))),
    'courier.write': () => alone((desk) => write(services, desk)),
    'courier.read': () => alone((desk) => read(services, desk)),
  };
}

async function stateOf({ clock }: Services, { vault: { store } }: SignedIn) {
  const now = clock.now();
  const { undoable, unsent, unsentActs } = await store.counts(instantOf(now));
  const wanted = await store.wantedScans(dueHorizon(true, now), mostScans);
  const { writtenAt, readAt } = await store.courierMemory();
  const chainDoubt = await store.chainDoubt();
  const scansMissing = wanted.filter(({ masked }) => masked).length;
  return { decisions: unsent, acts: unsentActs, undoable, scansMissing, chainDoubt, writtenAt, readAt };
}

/** What the screen counts up to. */
const mostScans = 4000;

async function write(services: Services, desk: SignedIn): ReturnType<Handlers['courier.write']> {
  const { store, identity } = desk.vault;
  const { officerId } = desk.officer;
  const tell = (step: 'packing' | 'writing' | 'verifying') =>
    services.emit('courier', { step, done: 0, total: null });
  const parts = { store, identity, now: () => services.clock.now(), applied: appliedTo(services) };
  tell('packing');
  const bundle = await makeOutBundle(parts);
  desk.engine.poke();
  const { sequence, bytes, decisions, acts } = bundle;
  const path = await services.courier.toSave(safeFileName(bundle.fileName));
  const counts = { sequence, decisions: decisions.length, acts, bytes: bytes.length };
  if (path === null || services.session.present() !== desk) return ok({ savedAs: null, ...counts });
  tell('writing');
  const written = await writeBundleFile(path, bytes, () => {
    tell('verifying');
  });
  if (!written.ok) return refused(written.error);
  await noteOutBundle(parts, bundle, officerId);
  desk.engine.poke();
  return ok({ savedAs: basename(path), ...counts });
}

async function read(services: Services, desk: SignedIn): ReturnType<Handlers['courier.read']> {
  const path = await services.courier.toRead();
  if (path === null || services.session.present() !== desk) return ok(null);
  const file = await readBundleFile(path);
  if (!file.ok) return refused(file.error);
  const { store, blobs, identity } = desk.vault;
  const parts = {
    ...{ store, blobs, identity, applied: appliedTo(services) },
    now: () => services.clock.now(),
    today: (await desk.engine.status()).today,
    progress: (progress: Parameters<typeof services.emit<'courier'>>[1]) => {
      services.emit('courier', progress);
    },
  };
  const taken = await readInBundle(
    parts,
    { name: basename(path), bytes: file.value },
    desk.officer.officerId,
  );
  desk.engine.poke();
  return taken.ok ? taken : refused(taken.error.fault, taken.error.districtId);
}

function refused(fault: CourierFault, districtId: string | null = null): Result<never, DeskError> {
  return fail({ kind: 'courier', fault, districtId });
}

function appliedTo(services: Services): (applied: Applied) => void {
  return (applied) => {
    services.applied(applied);
  };
}
