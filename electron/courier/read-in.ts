import { createHash } from 'node:crypto';
import type { OfficerId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import { inContents, type InContents } from '../../shared/courier/bundle.ts';
import type { BundleFault } from '../../shared/courier/courier-fault.ts';
import type { CourierProgress, CourierReading } from '../../shared/ipc/views/courier.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Applied, Store, VaultIdentity } from '../storage/store.ts';
import { beginsAs } from '../sync/sniff.ts';
import { applyBundleAnswers } from './apply-bundle-answers.ts';
import { applyBundleChain } from './apply-bundle-chain.ts';
import { applyBundleChanges, isWithoutGap } from './apply-bundle-changes.ts';
import { openingKeyOf, serverIdOf } from './bundle-keys.ts';
import { firstLine } from './bundle-lines.ts';
import { memoryAfter } from './memory-after.ts';
import { openBundle, type OpenedBundle } from './open-bundle.ts';

export interface InParts {
  store: Store;
  blobs: BlobStore;
  identity: VaultIdentity;
  now: () => number;
  /** The trusted calendar day, by which due dates are counted. */
  today: IsoDate;
  /** After each commit. */
  applied: (applied: Applied) => void;
  progress: (progress: CourierProgress) => void;
}

const noChanges = { newRequests: 0, changes: 0 };
const noScans = { scans: 0, scansRefused: 0 };

export type BundleRefusal = { fault: BundleFault; districtId: string | null };

/**
 * Takes in a file from the central office by the same writes as the network: any order, repeated or mixed with it, the
 * vault ends the same. Broken off, it can be read again.
 * @param actor null without a window. @throws StorageError: what was committed before counts.
 */
export async function readInBundle(
  parts: InParts,
  file: { name: string; bytes: Uint8Array },
  actor: OfficerId | null,
): Promise<Result<CourierReading, BundleRefusal>> {
  parts.progress({ step: 'opening', done: 0, total: null });
  const opened = await openForDesk(parts.identity, file.bytes);
  if (!opened.ok) return opened;
  const first = firstLine(opened.value.text);
  const contents = inContents.safeParse(first.value);
  if (!contents.success) return fail({ fault: 'damaged', districtId: null });
  const memory = await parts.store.courierMemory();
  const cursor = await parts.store.cursor();
  const place = { cursor, told: memory.toldCursors };
  if (!isWithoutGap(contents.data, first.rest, place)) return fail({ fault: 'gap', districtId: null });

  const answered = await applyBundleAnswers(parts, contents.data);
  const chain = await applyBundleChain(parts, contents.data);
  const { leave } = contents.data;
  if (leave) await parts.store.takeLeaveOrder(leave, instantOf(parts.now()));
  // A desk that leaves takes answers and nothing else, also from a file that was made before.
  const isLeaving = (await parts.store.leaving()) !== null;
  const changed = isLeaving ? noChanges : await applyBundleChanges(parts, contents.data, first.rest, cursor);
  const scans = isLeaving ? noScans : await takeScans(parts, contents.data, opened.value.scans);
  const { header } = opened.value;
  const at = instantOf(parts.now());
  const now = await parts.store.courierMemory();
  await parts.store.keepCourierMemory(memoryAfter(now, header, contents.data, at));
  const counts = { ...answered, ...changed, ...scans };
  await noteReading(parts.store, { opened: opened.value, counts, at, actor });
  return ok({
    fileName: file.name,
    sequence: header.sequence,
    madeAt: header.madeAt,
    wasRead: header.sequence <= memory.inSequence,
    chain,
    ...counts,
    remaining: contents.data.remaining + contents.data.scansRemaining,
  });
}

function openForDesk(identity: VaultIdentity, bytes: Uint8Array) {
  const { serverKey, deviceKey, deviceId, district } = identity;
  return openBundle(bytes, {
    direction: 'in',
    id: deviceId,
    districtId: district.id,
    openingKey: openingKeyOf(deviceKey),
    senderKey: async (from) => (from === serverIdOf(serverKey) ? serverKey : null),
  });
}

/** Only masked scans that this desk lacks; each proved by its name before it touches the disk. */
async function takeScans(
  { store, blobs, now, applied, progress }: InParts,
  { scans }: InContents,
  bytes: Buffer,
): Promise<{ scans: number; scansRefused: number }> {
  let at = 0;
  let taken = 0;
  let refused = 0;
  for (const [nth, { hash, size }] of scans.entries()) {
    progress({ step: 'scans', done: nth, total: scans.length });
    const piece = bytes.subarray(at, at + size);
    at += size;
    const wanted = await store.scan(hash);
    if (wanted?.state === 'ready') continue;
    const isRight =
      wanted !== null &&
      wanted.masked &&
      wanted.state !== 'unmasked' &&
      wanted.size === size &&
      createHash('sha256').update(piece).digest('hex') === hash &&
      beginsAs(wanted.mime, piece);
    if (!isRight) {
      refused += 1;
      continue;
    }
    await blobs.put(hash, new Uint8Array(piece));
    applied(await store.scanArrived(hash, instantOf(now())));
    taken += 1;
  }
  return { scans: taken, scansRefused: refused };
}

type Counts = Pick<
  CourierReading,
  'accepted' | 'conflicted' | 'refused' | 'changes' | 'scans' | 'scansRefused'
>;

async function noteReading(
  store: Pick<Store, 'noteAudit'>,
  noted: { opened: OpenedBundle; counts: Counts; at: Instant; actor: OfficerId | null },
): Promise<void> {
  const { accepted, conflicted, refused, changes, scans, scansRefused } = noted.counts;
  const { sequence, madeAt } = noted.opened.header;
  const detail = { madeAt, accepted, conflicted, refused, changes, scans, scansRefused };
  const { at, actor } = noted;
  await store.noteAudit({ at, actor, action: 'courier-read', subject: String(sequence), detail });
}
