import { officerId, type OfficerId } from '../../../shared/domain/ids.ts';
import { isSendingOver, mayWipe, type Leaving, type LeavePhase } from '../../../shared/domain/leaving.ts';
import { orderNumberOf } from '../../../shared/domain/order-number.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { LeaveOrder } from '../../../shared/sync/leave-order.ts';
import { sealDecisions, type Sealer } from '../seal.ts';
import { named, type SqlDatabase } from '../sql-database.ts';
import { StorageError } from '../storage-error.ts';
import type { StoreMethods } from '../store-methods.ts';
import type { StoreParts } from '../store-parts.ts';
import type { VaultIdentity } from '../store.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { keptTable } from './kept-table.ts';
import type { LeaveStore } from './leave-store.ts';
import { provenLeaveOrder } from './proven-leave-order.ts';
import { emptyTables } from './wiped-tables.ts';

export interface LeaveParts {
  database: SqlDatabase;
  parts: StoreParts;
  identity: VaultIdentity;
  sealer: Sealer;
  /** One transaction. */
  apply: (work: (unit: UnitOfWork) => void) => unknown;
}

/** The steps of `LeaveStore`. Each that writes is one transaction that moves the phase with what it did. */
export function leaveMethods({
  database,
  parts,
  identity,
  sealer,
  apply,
}: LeaveParts): Pick<StoreMethods, keyof LeaveStore> {
  const { meta, audit, counts, acts } = parts;
  const kept = keptTable(database);
  const gone = database.prepare<[], string>("SELECT id FROM tombstones WHERE kind = 'officer'").pluck();

  function inPhase(phase: LeavePhase): Leaving {
    const leaving = meta.leaving();
    if (leaving?.phase !== phase) throw new StorageError('failed');
    return leaving;
  }

  function moveTo(leaving: Leaving, phase: LeavePhase): Leaving {
    const moved = { ...leaving, phase };
    meta.writeLeaving(moved);
    return moved;
  }

  /** One transaction; its result stands only after the commit. */
  function step(work: (unit: UnitOfWork) => Leaving): Leaving {
    const done: Leaving[] = [];
    apply((unit) => done.push(work(unit)));
    const [leaving] = done;
    if (!leaving) throw new StorageError('failed');
    return leaving;
  }

  function begin(
    unit: UnitOfWork,
    order: LeaveOrder,
    said: Omit<Leaving, 'phase' | 'heardAt' | 'order'>,
    at: Instant,
  ) {
    const { why, since, sendUntil, statedAt } = said;
    sealDecisions(unit, { all: true }, at, sealer);
    const leaving: Leaving = { why, since, sendUntil, statedAt, phase: 'sending', heardAt: at, order };
    meta.writeLeaving(leaving);
    audit.append({ at, actor: null, action: 'leave-ordered', subject: why, detail: { since, sendUntil } });
    return leaving;
  }

  return {
    leaving: () => named(() => meta.leaving()),
    officersGone: () => named((): OfficerId[] => gone.all().map((id) => officerId.parse(id))),
    keptDecisions: () =>
      named(() =>
        kept.list().map(({ sequence, sealedAt, ...decision }) => ({
          ...decision,
          orderNo:
            sequence === null || sealedAt === null
              ? null
              : orderNumberOf(identity.district.id, identity.series, sequence, sealedAt),
        })),
      ),
    takeLeaveOrder(order, at) {
      const said = provenLeaveOrder(order, identity);
      if (!said) return null;
      return step((unit) => {
        const before = meta.leaving();
        if (!before) return begin(unit, order, said, at);
        // An older statement that comes late must not take back that the sending is over.
        if (before.phase !== 'sending' || said.statedAt <= before.statedAt) return before;
        const { since, sendUntil, statedAt, why } = said;
        const renewed = { ...before, since, sendUntil, statedAt, why, order };
        meta.writeLeaving(renewed);
        return renewed;
      });
    },
    beginWipe: (at) =>
      step(() => {
        const leaving = inPhase('sending');
        const { undoable, unsent } = counts.read();
        const unsentActs = acts.count();
        if (!mayWipe(leaving, { undoable, unsent, unsentActs })) throw new StorageError('failed');
        const detail = { unsent, unsentActs, isSendingOver: isSendingOver(leaving), ...kept.whatGoes() };
        audit.append({ at, actor: null, action: 'wipe-began', subject: leaving.why, detail });
        return moveTo(leaving, 'clearing');
      }),
    wipeData: (at) =>
      step(() => {
        const leaving = inPhase('clearing');
        emptyTables(database);
        audit.append({ at, actor: null, action: 'data-wiped', subject: leaving.why, detail: {} });
        return moveTo(leaving, 'compacting');
      }),
    compact(at) {
      named(() => {
        inPhase('compacting');
        database.exec('VACUUM');
        // The old pages lie in the database's file until the log has been written over them.
        database.pragma('wal_checkpoint(TRUNCATE)');
      });
      return step(() => {
        const leaving = inPhase('compacting');
        audit.append({ at, actor: null, action: 'wipe-done', subject: leaving.why, detail: {} });
        return moveTo(leaving, 'done');
      });
    },
  };
}
