import { firstLine } from '../../../electron/courier/bundle-lines.ts';
import { openingKeyOf, serverIdOf } from '../../../electron/courier/bundle-keys.ts';
import { openBundle } from '../../../electron/courier/open-bundle.ts';
import { courierLimits, outContents, type BundleChain } from '../../../shared/courier/bundle.ts';
import type { BundleFault } from '../../../shared/courier/courier-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { limits, type PushAnswerItem } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { readChain } from '../decisions/read-chain.ts';
import { pushDecisions } from '../decisions/push.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { waitUntilSettled } from '../feed/wait-until-settled.ts';
import { sendingDevice, standingDevice } from '../http/signed-in.ts';
import { ServerFailure } from '../http/server-failure.ts';
import { acceptActs } from '../transfers/accept-acts.ts';
import { readNotes, writeNotes } from './courier-notes.ts';
import { noAnswers, writeBundle, type WrittenBundle } from './write-bundle.ts';

/** `device-unknown`: never enrolled here; `device-revoked`: nothing of it is taken any more, or given to it. */
export type CentralBundleFault = BundleFault | 'device-unknown' | 'device-revoked';

/**
 * Takes what a desk sent on a stick, as the routes take it from the network, and makes the file that goes back. The same
 * file again is answered again: decisions and acts are known by their ids. A device that leaves gets answers only.
 */
export async function answerBundle(
  context: ServerContext,
  file: Uint8Array,
): Promise<Result<WrittenBundle, CentralBundleFault>> {
  const { database, identity } = context;
  const senders: PushingDevice[] = [];
  const refusals: CentralBundleFault[] = [];
  const opened = await openBundle(file, {
    direction: 'out',
    id: serverIdOf(identity.publicKey),
    districtId: null,
    openingKey: openingKeyOf(identity.privateKey),
    senderKey: async (from) => {
      const found = await deviceBy(sendingDevice, context, from);
      if (found.ok) senders.push(found.value);
      else refusals.push(found.error);
      return found.ok ? found.value.deviceSigningKey : null;
    },
  });
  if (!opened.ok) return fail(refusals[0] ?? opened.error.fault);
  const [device] = senders;
  const contents = outContents.safeParse(firstLine(opened.value.text).value);
  if (device === undefined || !contents.success) return fail('damaged');
  const { decisions, acts, cursor, wantedScans, chainAfter } = contents.data;
  const answers: PushAnswerItem[] = [];
  for (let at = 0; at < decisions.length; at += limits.pushItems) {
    answers.push(...(await pushDecisions(context, device, decisions.slice(at, at + limits.pushItems))));
  }
  const actAnswers = await acceptActs(context, device, acts);
  await waitUntilSettled(database);
  const { sequence } = opened.value.header;
  const notes = await readNotes(database, device.id);
  if (sequence > notes.outSequence) {
    await writeNotes(database, device.id, { ...notes, outSequence: sequence, cursor });
  }
  const chain = chainAfter === undefined ? null : await chainBehind(context, device.id, chainAfter);
  const given = { answersTo: sequence, answers, actAnswers, wantedScans, chain };
  return ok(await writeBundle(context, device, cursor, given));
}

/** As much as one file takes; the desk asks for the rest with its next. */
async function chainBehind(context: ServerContext, deviceId: string, after: number): Promise<BundleChain> {
  const items: BundleChain['items'] = [];
  let bytes = 0;
  for (let place = after; ;) {
    const page = await readChain(context, deviceId, place);
    items.push(...page.items);
    bytes += Buffer.byteLength(JSON.stringify(page.items));
    place = page.items.at(-1)?.sequence ?? page.head.sequence;
    if (place >= page.head.sequence || bytes > courierLimits.chainBytes) return { head: page.head, items };
  }
}

/** A file for a desk that sent none: the first morning, or when the last one was lost on its way. */
export async function bundleFor(
  context: ServerContext,
  deviceId: string,
): Promise<Result<WrittenBundle, CentralBundleFault>> {
  const device = await deviceBy(standingDevice, context, deviceId);
  if (!device.ok) return device;
  const { cursor } = await readNotes(context.database, deviceId);
  return ok(await writeBundle(context, device.value, cursor, noAnswers));
}

async function deviceBy(
  find: typeof standingDevice,
  context: ServerContext,
  deviceId: string,
): Promise<Result<PushingDevice, 'device-unknown' | 'device-revoked'>> {
  try {
    return ok(await find(context, deviceId));
  } catch (error) {
    if (error instanceof ServerFailure && error.kind === 'device-revoked') return fail('device-revoked');
    if (error instanceof ServerFailure) return fail('device-unknown');
    throw error;
  }
}
