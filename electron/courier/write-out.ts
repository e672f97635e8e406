import type { SealedDecision } from '../../shared/domain/decision.ts';
import type { DecisionId, OfficerId } from '../../shared/domain/ids.ts';
import { indiaDate, instantOf } from '../../shared/domain/india-date.ts';
import { courierLimits, type OutContents } from '../../shared/courier/bundle.ts';
import type { SignedTransferAct } from '../../shared/sync/protocol.ts';
import { privateKeyFrom } from '../storage/signature.ts';
import type { Applied, Store, VaultIdentity } from '../storage/store.ts';
import { dueHorizon } from '../sync/due-horizon.ts';
import { sealingKeyOf, serverIdOf } from './bundle-keys.ts';
import { packBundle } from './pack-bundle.ts';

export interface OutParts {
  store: Pick<
    Store,
    | 'courierMemory'
    | 'keepCourierMemory'
    | 'cursor'
    | 'chainQuestion'
    | 'sealDecisions'
    | 'unsent'
    | 'unsentActs'
    | 'wantedScans'
    | 'markSent'
    | 'noteAudit'
  >;
  identity: VaultIdentity;
  now: () => number;
  applied: (applied: Applied) => void;
}

export interface OutBundle {
  fileName: string;
  bytes: Uint8Array;
  sequence: number;
  decisions: readonly DecisionId[];
  acts: number;
}

/** Enough for a year of files; an older one of the server is refused as one with a gap. */
const rememberedCursors = 400;

/**
 * Makes the file that goes to the central office: everything that has no answer yet, also what an earlier file or the
 * network took along, so that a lost file loses nothing. The cursor that it tells is remembered before the file exists.
 * @throws StorageError.
 */
export async function makeOutBundle({ store, identity, now, applied }: OutParts): Promise<OutBundle> {
  const at = instantOf(now());
  applied(await store.sealDecisions({ due: true }, at));
  const always = dueHorizon(true, now());
  const decisions = fitting(await store.unsent(always, courierLimits.decisions));
  const acts = fitting(await store.unsentActs(always, courierLimits.acts, true));
  const wanted = await store.wantedScans(always, courierLimits.scans);
  const cursor = await store.cursor();
  const memory = await store.courierMemory();
  const sequence = memory.outSequence + 1;
  const told = cursor === null ? [] : [cursor];
  const toldCursors = [...memory.toldCursors.filter((each) => each !== cursor), ...told];
  await store.keepCourierMemory({
    ...memory,
    outSequence: sequence,
    toldCursors: toldCursors.slice(-rememberedCursors),
  });
  const wantedScans = wanted.filter(({ masked }) => masked).map(({ hash }) => hash);
  const question = await store.chainQuestion();
  const asked = question && { chainAfter: question.after };
  const contents: OutContents = { cursor, decisions, acts, wantedScans, ...asked };
  const { deviceId, district, series, serverKey, deviceKey } = identity;
  const bytes = packBundle({
    header: {
      direction: 'out',
      from: deviceId,
      to: serverIdOf(serverKey),
      districtId: district.id,
      sequence,
      madeAt: at,
    },
    lines: [JSON.stringify(contents)],
    scans: [],
    recipientKey: sealingKeyOf(serverKey),
    signingKey: privateKeyFrom(deviceKey),
  });
  // The order series tells the PCs of one office apart, which may share a stick.
  const fileName = `desk-${district.id}-${series}-${indiaDate(now())}-${sequence}.courier`;
  return { fileName, bytes, sequence, decisions: decisions.map(({ id }) => id), acts: acts.length };
}

/** After the file stands on the stick, whole: what it holds is on its way. @param actor null without a window. */
export async function noteOutBundle(
  { store, now, applied }: OutParts,
  { sequence, decisions, acts, bytes }: OutBundle,
  actor: OfficerId | null,
): Promise<void> {
  const at = instantOf(now());
  applied(await store.markSent(decisions, at));
  await store.keepCourierMemory({ ...(await store.courierMemory()), writtenAt: at });
  const detail = { decisions: decisions.length, acts, bytes: bytes.length };
  await store.noteAudit({ at, actor, action: 'courier-written', subject: String(sequence), detail });
}

/** The longest beginning that a file takes, in the order of the chain; the rest goes with the next. */
function fitting<Item extends SealedDecision | SignedTransferAct>(items: readonly Item[]): Item[] {
  let bytes = 0;
  const end = items.findIndex((item) => {
    bytes += Buffer.byteLength(JSON.stringify(item));
    return bytes > courierLimits.decisionsBytes;
  });
  return items.slice(0, end < 0 ? undefined : end);
}
