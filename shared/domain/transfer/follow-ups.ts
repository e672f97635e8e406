import type { Instant } from '../values.ts';
import type { followUpKind } from './transfer-act.ts';
import type { z } from 'zod';
import type { Transfer } from './transfer.ts';

export interface FollowUp {
  kind: z.infer<typeof followUpKind>;
  /** Null while it is open. */
  doneAt: Instant | null;
  note: string | null;
}

/** What people still have to do once the records have moved, with the first act that says it is done. */
export function followUpsOf(transfer: Transfer): FollowUp[] {
  if (transfer.state !== 'completed') return [];
  return kindsOf(transfer).map((kind) => {
    const done = transfer.acts.find(({ act }) => act.kind === 'follow-up-done' && act.followUp === kind);
    const note = done?.act.kind === 'follow-up-done' ? done.act.note : null;
    return { kind, doneAt: done?.at ?? null, note };
  });
}

function kindsOf({ newKioskCode, oldKioskCode, after }: Transfer): FollowUp['kind'][] {
  const kinds: FollowUp['kind'][] = ['banner-logo'];
  if (newKioskCode !== null && newKioskCode !== oldKioskCode) kinds.push('tell-operator');
  if (after !== null && after.dues !== 0) kinds.push('dues');
  return kinds;
}
