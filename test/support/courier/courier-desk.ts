import { makeOutBundle, noteOutBundle, type OutBundle } from '../../../electron/courier/write-out.ts';
import { readInBundle } from '../../../electron/courier/read-in.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { CourierReading } from '../../../shared/ipc/views/courier.ts';
import type { CentralServer } from '../../central-server/start.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';

/** Writes what goes to the central office, as the screen's first button does. */
export async function writeStick({ store, identity }: SyncDesk): Promise<OutBundle> {
  const parts = { store, identity, now: () => Date.now(), applied: () => undefined };
  const bundle = await makeOutBundle(parts);
  await noteOutBundle(parts, bundle, identity.officer.id);
  return bundle;
}

/** Reads a file in; the fault's name when it is refused. */
export async function readStick(desk: SyncDesk, bytes: Uint8Array): Promise<CourierReading | string> {
  const { store, blobs, identity } = desk;
  const now = () => Date.now();
  const today = indiaDate(Date.now());
  const parts = { store, blobs, identity, now, today, applied: () => undefined, progress: () => undefined };
  const read = await readInBundle(parts, { name: 'central.courier', bytes }, identity.officer.id);
  return read.ok ? read.value : read.error.fault;
}

/** @throws Error with the fault's name. */
export async function answerStick({ data }: CentralServer, bytes: Uint8Array): Promise<Uint8Array> {
  const answered = await data.answerCourier(bytes);
  if (!answered.ok) throw new Error(answered.error);
  return answered.value.bytes;
}

/** A file for a desk that sent none. @throws Error with the fault's name. */
export async function firstStick({ data }: CentralServer, desk: SyncDesk): Promise<Uint8Array> {
  const made = await data.courierFor(desk.identity.deviceId);
  if (!made.ok) throw new Error(made.error);
  return made.value.bytes;
}
