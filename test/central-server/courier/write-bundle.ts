import { packBundle } from '../../../electron/courier/pack-bundle.ts';
import { sealingKeyOf, serverIdOf } from '../../../electron/courier/bundle-keys.ts';
import { privateKeyFrom } from '../../../electron/storage/signature.ts';
import { inContents, type BundleChain } from '../../../shared/courier/bundle.ts';
import { districtId as districtIdSchema } from '../../../shared/domain/ids.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { PushAnswerItem, TransferActAnswer } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { cursorText, feedStart } from '../feed/cursor.ts';
import { leaveOrderFor } from '../leaving.ts';
import { seriesOfDevice } from '../order-series.ts';
import { changesForBundle, type BundleChanges } from './changes-for-bundle.ts';
import { readNotes, writeNotes } from './courier-notes.ts';
import { scansForBundle } from './scans-for-bundle.ts';

export interface WrittenBundle {
  fileName: string;
  bytes: Uint8Array;
  sequence: number;
  answers: number;
  changes: number;
  scans: number;
}

/** What one file to a desk says beside the changes. */
export interface BundleAnswers {
  /** The desk's file that is answered. */
  answersTo: number | null;
  answers: readonly PushAnswerItem[];
  actAnswers: readonly (TransferActAnswer | null)[];
  wantedScans: readonly string[];
  /** Null where the desk did not ask. */
  chain: BundleChain | null;
}

export const noAnswers: BundleAnswers = {
  answersTo: null,
  answers: [],
  actAnswers: [],
  wantedScans: [],
  chain: null,
};

/** For a desk that leaves: its place stays where it is. */
function nothingNew({ identity }: ServerContext, cursor: string | null): BundleChanges {
  const to = cursor ?? cursorText(feedStart(identity.feed));
  return { lines: [], from: cursor, to, startsOver: false, remaining: 0 };
}

/** The file that is carried to one desk: what it has not seen after the cursor that it told, and its answers. */
export async function writeBundle(
  context: ServerContext,
  device: PushingDevice,
  cursor: string | null,
  given: BundleAnswers,
): Promise<WrittenBundle> {
  const { database, identity, now } = context;
  const notes = await readNotes(database, device.id);
  const sequence = notes.inSequence + 1;
  await writeNotes(database, device.id, { ...notes, inSequence: sequence });
  const { leaving } = device;
  const changes = leaving
    ? nothingNew(context, cursor)
    : await changesForBundle(context, device.districtId, cursor);
  const wanted = leaving ? [] : given.wantedScans;
  const scans = await scansForBundle(context, device.districtId, wanted, changes.lines);
  const contents = inContents.parse({
    from: changes.from,
    to: changes.to,
    startsOver: changes.startsOver,
    answersTo: given.answersTo,
    answers: given.answers,
    actAnswers: given.actAnswers,
    scans: scans.scans.map(({ hash, bytes }) => ({ hash, size: bytes.length })),
    remaining: changes.remaining,
    scansRemaining: scans.remaining,
    ...(given.chain && { chain: given.chain }),
    ...(leaving && { leave: leaveOrderFor(context, device.id, leaving) }),
  });
  const bytes = packBundle({
    header: {
      direction: 'in',
      from: serverIdOf(identity.publicKey),
      to: device.id,
      districtId: districtIdSchema.parse(device.districtId),
      sequence,
      madeAt: now().toISOString(),
    },
    lines: [JSON.stringify(contents), ...changes.lines],
    scans: scans.scans.map((scan) => scan.bytes),
    recipientKey: sealingKeyOf(device.deviceSigningKey),
    signingKey: privateKeyFrom(identity.privateKey),
  });
  const series = await seriesOfDevice(database, device.districtId, device.id);
  return {
    fileName: `central-${device.districtId}-${series}-${indiaDate(now().getTime())}-${sequence}.courier`,
    bytes,
    sequence,
    answers: contents.answers.length,
    changes: changes.lines.length,
    scans: contents.scans.length,
  };
}
