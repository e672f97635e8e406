import { attachmentKind } from '../../shared/sync/attachments.ts';
import { claimKind } from '../../shared/sync/claims.ts';
import { changeKinds, type ChangeKind } from '../../shared/sync/protocol.ts';

/** Kinds of changes that this version applies; what is missing here is carried until a version knows it. */
export type KnownKind = ChangeKind | typeof claimKind | typeof attachmentKind;
export const knownKinds: readonly KnownKind[] = [...changeKinds, claimKind, attachmentKind];

const known: ReadonlySet<string> = new Set(knownKinds);

export function isKnownKind(kind: string): kind is KnownKind {
  return known.has(kind);
}
