import { randomBytes } from 'node:crypto';
import { indiaDate } from '../../shared/domain/india-date.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { IsoDate } from '../../shared/domain/values.ts';
import type { SignOffOutcome } from '../../shared/ipc/views/sign-off.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { searchArchive } from './archive/search-archive.ts';
import { applyChanges, exposeScan } from './apply-changes.ts';
import { conflictFacts, endConflict } from './conflicts.ts';
import { adoptCarried, archiveMore } from './catch-up.ts';
import { recordDecision, undoDecision } from './decide.ts';
import { addLocal, removeLocal } from './local-additions.ts';
import { keepFault, keepMaskedCopy, keepReading } from './documents/keep-reading.ts';
import { addLocalScan, loseOwnScan, removeLocalScan } from './documents/local-scans.ts';
import { keptScanOf, readingsOf } from './documents/kept-scan-of.ts';
import { sameElsewhere } from './documents/same-elsewhere.ts';
import { leaveMethods } from './leave/leave-methods.ts';
import { shutWhenLeaving } from './leave/shut-when-leaving.ts';
import { listActs, listScans } from './list-items.ts';
import type { OfficeCalendars } from './office-calendars.ts';
import { ordersOf } from './orders.ts';
import { readDecidedOn, readReport } from './report/read-report.ts';
import { sealDecisions, type Sealer } from './seal.ts';
import { signOff } from './sign-off.ts';
import { pushMethods } from './push-methods.ts';
import { privateKeyFrom } from './signature.ts';
import { named, type SqlDatabase } from './sql-database.ts';
import { StorageError } from './storage-error.ts';
import { uploadMethods } from './upload-methods.ts';
import { storeParts, type StoreParts } from './store-parts.ts';
import type { Applied, StoredDecision, VaultIdentity } from './store.ts';
import type { StoreMethods } from './store-methods.ts';
import { readContent, type DecisionRecord } from './tables/decision-table.ts';
import { chainMethods } from './chain/chain-methods.ts';
import { changeSettings } from './change-settings.ts';
import { applyActAnswers, listTransfers, saveTransferAct, withOwnActs } from './transfer-acts.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { placeDraft } from './save-draft.ts';
import { refreshOverlay, turnDay } from './working-set.ts';

/**
 * The store over one connection, without promises: the vault's worker runs it behind messages, tests run it in the
 * process. `database` is migrated and holds an identity.
 * @throws StorageError by name from every method.
 */
export function sqliteStore(database: SqlDatabase): StoreMethods & { close(): void } {
  const parts = storeParts(database);
  const identity = readIdentity(parts);
  const orders = ordersOf(parts, identity);
  const sealer: Sealer = {
    deviceKey: privateKeyFrom(identity.deviceKey),
    makeSalt: () => randomBytes(16).toString('hex'),
  };
  const transact = database.transaction((work: () => unknown) => work());
  /** As of the last commit. */
  let calendars: OfficeCalendars | null = null;

  /** One transaction; what it changed is told only after it is on disk. A refusal changed nothing. */
  function write<Refusal>(
    today: IsoDate | null,
    work: (unit: UnitOfWork) => Result<null, Refusal> | undefined,
  ): Result<Applied, Refusal> {
    let counted = calendars;
    const outcome = named(() =>
      transact.immediate(() => {
        const present = parts.meta.today() ?? indiaDate(Date.parse(identity.enrolledAt));
        const unit = new UnitOfWork(parts, today ?? present, calendars);
        if (unit.today !== present) turnDay(unit);
        const done = parts.audit.inTransaction(() => work(unit));
        if (done && !done.ok) return fail(done.error);
        counted = unit.calendars;
        return ok(unit.finish());
      }),
    ) as Result<Applied, Refusal>;
    calendars = counted;
    return outcome;
  }

  /** A write that nothing refuses. */
  function apply(today: IsoDate | null, work: (unit: UnitOfWork) => void): Applied {
    const done = write<never>(today, (unit) => {
      work(unit);
      return undefined;
    });
    if (!done.ok) throw new StorageError('failed');
    return done.value;
  }

  /** What an older version of the app left undone; nothing else may be asked before. */
  function catchUp(): void {
    while (named(() => transact.immediate(() => archiveMore(parts)))) continue;
    apply(null, adoptCarried);
  }

  function storedDecision(record: DecisionRecord | null): StoredDecision | null {
    if (!record) return null;
    const { id, content, officerSignature, sealsAt, outcome, state } = record;
    const sealed = parts.outbox.sealed(id);
    return { id, content, officerSignature, sealsAt, parsed: readContent(record), outcome, state, sealed };
  }

  function request(id: RequestId) {
    const stored = parts.requests.get(id);
    const record = stored && parts.rows.get(id);
    if (!stored || !record || record.isRemoved) return null;
    const decision = storedDecision(parts.decisions.newest(id));
    return { request: stored, row: record.row, draft: parts.drafts.get(id), decision };
  }

  const leave = leaveMethods({ database, parts, identity, sealer, apply: (work) => apply(null, work) });

  catchUp();
  const store: StoreMethods & { close(): void } = {
    ...leave,
    ...chainMethods({ parts, identity, apply }),
    ...pushMethods({ parts, identity, apply }),
    ...uploadMethods(parts, (work) => apply(null, work)),
    identity: () => identity,
    cursor: () => named(() => parts.meta.cursor()),
    lastContact: () => named(() => parts.meta.lastContact()),
    slimRows: (after, limit) =>
      named(() => {
        const rows = parts.rows.page(after, limit);
        const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
        return { rows, next, total: parts.rows.total() };
      }),
    request: (id) => named(() => request(id)),
    master: () => named(() => parts.master.read()),
    decision: (id) => named(() => storedDecision(parts.decisions.get(id))),
    outbox: () => named(() => orders.outbox()),
    outboxItem: (id) => named(() => orders.item(id)),
    unsent: (now, limit, after = 0) => named(() => parts.outbox.unsent(now, limit, after)),
    outgoing: (now, limits, after) => named(() => parts.outbox.outgoing(now, limits, after)),
    wantedScans: (now, limit, neededBy) => named(() => parts.scans.wanted(now, limit, neededBy)),
    missingScans: (neededBy) => named(() => parts.items.missingScans(neededBy)),
    scan: (hash) => named(() => keptScanOf(parts, hash)),
    unmaskedScans: () => named(() => parts.scans.unmasked()),
    setting: (name) => named(() => parts.meta.setting(name)),
    setAside: () => named(() => parts.setAside.list()),
    counts: () =>
      named(() => {
        const scansMissing = parts.scans.missing();
        const unmasked = parts.scans.unmaskedCounts();
        const [parkedActs, parkedScans] = [parts.acts.countParked(), parts.scans.countParked()];
        return {
          ...parts.counts.read(),
          unsentActs: parts.acts.count(),
          scansMissing,
          scansToCome: scansMissing + unmasked.all,
          scansToMask: unmasked.unsettled,
          scansByHand: unmasked.byHand,
          uploadsUnsent: parts.uploads.countUnsent(),
          parked: parkedActs + parkedScans + parts.uploads.countParked(),
          parkedActs,
          parkedScans,
          setAside: parts.setAside.count(),
        };
      }),
    nextSealAt: (now) => named(() => (parts.meta.chainDoubt() ? null : parts.decisions.nextSealAt(now))),
    signOffItems: () => named(() => parts.decisions.signOffItems()),
    limitFacts: () =>
      named(() => ({
        ...parts.decisions.unansweredFacts(),
        lastContact: parts.meta.lastContact(),
        lastReceived: parts.meta.lastReceived() ?? parts.meta.lastContact(),
        masterReceivedAt: parts.master.newestReceipt(),
        courierMadeAt: parts.meta.courier().newestMadeAt,
      })),
    audit: (after, limit) => named(() => parts.audit.after(after, limit)),

    searchArchive: (text, limit) => named(() => searchArchive(parts, text, limit)),
    transferRows: () => named(() => listTransfers(parts)),
    transfer: (id) =>
      named(() => {
        const record = parts.transfers.get(id);
        return record && withOwnActs(parts, record);
      }),
    // For both: the data of a desk that leaves waits for each act, and nobody can ask for one again there.
    dueToSend: (now) => named(() => parts.due.toSend(now, parts.meta.leaving() !== null)),
    unsentActs: (now, limit, withParked = false) =>
      named(() => parts.acts.unsent(now, limit, withParked || parts.meta.leaving() !== null)),
    additions: () => named(() => parts.additions.standing()),
    masterStates: () => named(() => parts.master.states()),
    seenNotices: (officer) => named(() => parts.notices.seenBy(officer)),
    report: (from, to) => named(() => readReport(parts, identity, from, to)),
    decidedOn: (day) => named(() => readDecidedOn(parts, day)),
    register: (day) => named(() => orders.register(day)),
    order: (id) => named(() => orders.order(id, storedDecision(parts.decisions.get(id)))),
    reading: (hash) => named(() => parts.readings.get(hash)),
    unreadScans: (engine, limit) => named(() => parts.readings.unread(engine, limit)),
    scansToMask: (now, limit, neededBy) => named(() => parts.scans.toMask(now, limit, neededBy)),
    maskedCopy: (original) => named(() => parts.maskedCopies.of(original)),
    localScans: (id) => named(() => parts.localScans.ofRequest(id)),
    requestReadings: (id) => named(() => readingsOf(parts, id)),
    sameElsewhere: (id) => named(() => sameElsewhere(parts, id)),
    trustUpdates: () => named(() => parts.trust.all()),
    courierMemory: () => named(() => parts.meta.courier()),
    claims: () => named(() => parts.claims.all()),
    conflict: (id) =>
      named(() => {
        const facts = conflictFacts(parts, id);
        const decision = facts && storedDecision(facts.record);
        if (!facts || !decision) return null;
        const { reason, standing, seen, present, ended } = facts;
        return { decision, reason, standing, seen, present, ended };
      }),

    applyChanges: (lines, cursor, at, today, isAll = false) =>
      apply(today, (unit) => {
        applyChanges(unit, lines, cursor, at);
        if (isAll) parts.meta.writeLastReceived(at);
      }),
    saveDraft: (id, draft, at) => apply(null, (unit) => placeDraft(unit, id, draft, at)),
    recordDecision: (decision, keeps) => write(null, (unit) => recordDecision(unit, decision, keeps ?? null)),
    undoDecision: (id, at, actor) => write(null, (unit) => undoDecision(unit, id, at, actor)),
    sealDecisions: (which, now) => apply(null, (unit) => sealDecisions(unit, which, now, sealer)),
    signOff: (wish, now) => {
      let outcome: SignOffOutcome = { sealed: [], waiting: [], sealedBefore: [], undone: [] };
      const applied = apply(null, (unit) => {
        outcome = signOff(unit, wish, now, { sealer, identity });
      });
      return { applied, outcome };
    },
    scanArrived: (hash) =>
      apply(null, (unit) => {
        parts.scans.arrived(hash);
        // It was called unmasked while it was on its way.
        if (parts.scans.get(hash)?.masked === false) unit.unmasked.add(hash);
        for (const id of parts.scans.uses(hash)) refreshOverlay(unit, id);
      }),
    scanFailed: (hash, why, at, nextTryAt) =>
      apply(null, (unit) => {
        parts.scans.failed(hash, why, at, nextTryAt);
        for (const id of parts.scans.uses(hash)) refreshOverlay(unit, id);
      }),
    scanWanted: (hash) =>
      apply(null, (unit) => {
        parts.scans.again(hash);
        for (const id of parts.scans.uses(hash)) refreshOverlay(unit, id);
      }),
    scanFoundUnmasked: (hash, at) =>
      apply(null, (unit) => {
        if (!parts.scans.callUnmasked(hash)) return;
        parts.audit.append({ at, actor: null, action: 'scan-found-unmasked', subject: hash, detail: {} });
        exposeScan(unit, hash, at);
      }),
    scanLost: (hash, at) =>
      apply(null, (unit) => {
        if (loseOwnScan(unit, hash, at) || !parts.scans.lost(hash)) return;
        parts.audit.append({ at, actor: null, action: 'scan-lost', subject: hash, detail: {} });
        for (const id of parts.scans.uses(hash)) refreshOverlay(unit, id);
      }),
    writeSettings: (values, actor, at) => {
      apply(null, (unit) => changeSettings(unit, values, actor, at));
    },
    noteContact: (at) => {
      named(() => parts.meta.writeLastContact(at));
    },
    noteReceived: (at) => {
      named(() => parts.meta.writeLastReceived(at));
    },
    keptTime: () => named(() => parts.meta.trustedTime()),
    keepTime: (kept) => {
      named(() => parts.meta.writeTrustedTime(kept));
    },
    noteAudit: (entry) => {
      apply(null, () => parts.audit.append(entry));
    },
    addLocal: (addition) => apply(null, (unit) => addLocal(unit, addition)),
    removeLocal: (id, actor, at) => apply(null, (unit) => removeLocal(unit, id, actor, at)),
    saveTransferAct: (act, at) => apply(null, (unit) => saveTransferAct(unit, act, at)),
    applyActAnswers: (answers, at) => apply(null, (unit) => applyActAnswers(unit, answers, at)),
    itemTotals: (underWay) => named(() => parts.items.totals(underWay)),
    decisionItems: (query) => named(() => orders.page(query)),
    actItems: (query) => named(() => listActs(parts, query)),
    scanItems: (query) => named(() => listScans(parts, query)),
    traffic: (day) => named(() => parts.traffic.ofDay(day)),
    addTraffic: (traffic) => {
      apply(null, () => parts.traffic.add(traffic));
    },
    actFaults: (id) => named(() => parts.acts.faults(id)),
    actsUnanswered: (ids, failure) => {
      apply(null, () => {
        for (const id of ids) parts.acts.unanswered(id, failure);
      });
    },
    actWanted: (id) => {
      apply(null, () => {
        parts.acts.again(id);
      });
    },
    unparkAll: () =>
      apply(null, (unit) => {
        parts.acts.unparkAll();
        parts.uploads.unparkAll();
        const uses = parts.scans.unparkAll().flatMap((hash) => parts.scans.uses(hash));
        for (const id of new Set(uses)) refreshOverlay(unit, id);
      }),
    noticesSeen: (officer, ids, at) => {
      apply(null, () => {
        for (const id of ids) parts.notices.add(officer, id, at);
      });
    },
    saveReading: (hash, reading, at) => apply(null, (unit) => keepReading(unit, hash, reading, at)),
    readingFailed: (hash, engine, fault, at) =>
      apply(null, (unit) => keepFault(unit, hash, { engine, fault, at })),
    keepMaskedCopy: (copy, actor, at) => apply(null, (unit) => keepMaskedCopy(unit, copy, actor, at)),
    maskFailed: (hash, why, at, nextTryAt) =>
      apply(null, (unit) => {
        parts.scans.maskFailed(hash, why, at, nextTryAt);
        for (const id of parts.scans.uses(hash)) refreshOverlay(unit, id);
      }),
    addLocalScan: (local, reading) => apply(null, (unit) => addLocalScan(unit, local, reading)),
    removeLocalScan: (id, actor, at) => apply(null, (unit) => removeLocalScan(unit, id, actor, at)),
    saveTrustUpdate: (sequence, bytes, actor, at) => {
      apply(null, () => {
        if (!parts.trust.put(sequence, bytes, at)) return;
        parts.audit.append({ at, actor, action: 'trust-update-kept', subject: String(sequence), detail: {} });
      });
    },
    keepCourierMemory: (memory) => {
      named(() => parts.meta.writeCourier(memory));
    },
    endConflict: (ending) => write(null, (unit) => endConflict(unit, ending)),
    newDay: (today) => apply(today, () => undefined),
    close: () => void database.close(),
  };
  return shutWhenLeaving(store, () => named(() => parts.meta.leaving()?.phase ?? null));
}

/** Puts the identity into a vault that was just made, with the audit's first row. */
export function writeIdentity(database: SqlDatabase, identity: VaultIdentity): void {
  const { meta, audit } = storeParts(database);
  named(() =>
    database
      .transaction(() => {
        meta.writeIdentity(identity);
        meta.writeToday(indiaDate(Date.parse(identity.enrolledAt)));
        const { enrolledAt: at, officer, deviceId } = identity;
        audit.append({ at, actor: officer.id, action: 'enrolled', subject: deviceId, detail: {} });
      })
      .immediate(),
  );
}

function readIdentity(parts: StoreParts): VaultIdentity {
  const identity = parts.meta.identity();
  if (!identity) throw new StorageError('damaged');
  return identity;
}
