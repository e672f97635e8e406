import { instantOf } from '../../../shared/domain/india-date.ts';
import type { AppState, SetAsideItem } from '../../../shared/ipc/contract.ts';
import type { EventName, EventPayload, Handlers } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { heldBy } from '../../../shared/domain/desk-limits.ts';
import { obstacleTo } from '../../../shared/domain/check-decision.ts';
import type { Claim } from '../../../shared/sync/claims.ts';
import type { LeavePhase } from '../../../shared/domain/leaving.ts';
import { openItems } from '../../../shared/ipc/open-items.ts';
import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { fail, ok } from '../../../shared/result.ts';
import { sampleDistrict, sampleOfficer } from './sample-office.ts';
import { fakeClaims } from './fake-claims.ts';
import { fakeConflict, openConflicts } from './fake-conflict.ts';
import { fakeCourier } from './fake-courier.ts';
import { fakeLeave } from './fake-leave.ts';
import { fakeDay } from './fake-day.ts';
import { fakeDocuments } from './fake-documents.ts';
import { fakeItems, fakeTotals, type FakeItems } from './fake-items.ts';
import { fakeNetwork } from './fake-network.ts';
import { fakeSignOff, limitsOf } from './fake-sign-off.ts';
import { fakeStatus } from './fake-status.ts';
import type { FakeTransfers } from './fake-transfers.ts';
import type { FakeVault } from './fake-vault.ts';

export interface FakeDesk {
  vault: FakeVault;
  transfers: FakeTransfers;
  app: AppState;
  sync: SyncStatus;
  setAside: SetAsideItem[];
  /** Acts about transfers and missing scans, as the outbox lists them. */
  items: FakeItems;
  /** One notice of each kind about a window. */
  hasNotices: boolean;
  /** Every request comes with documents that were read and checked. */
  hasDocuments: boolean;
  /** Of the other desks of the office. */
  claims: Claim[];
  /** How far the desk has come with leaving its district. */
  leavePhase: LeavePhase;
  /** How long, in days, nothing reached the server and nothing came from it. */
  daysApart: number;
  /** The next call of this channel fails with this. */
  failures: Map<string, DeskError>;
  now: () => number;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

/** The password that the fake accepts. */
export const fakePassword = 'namuna paani pahad';

/** The same calls as the main process answers, typed by the same contract. */
export function fakeHandlers(desk: FakeDesk): Handlers {
  const { vault } = desk;
  const feed = (id: Parameters<FakeVault['changed']>[0]) => {
    desk.emit('feed', { rows: vault.changed(id, desk.now()), removed: [], masterChanged: false });
    tellSync(desk);
  };
  const enter = (phase: AppState['phase']) => {
    desk.app = {
      ...desk.app,
      phase,
      problem: null,
      officers: phase === 'not-enrolled' ? [] : [{ id: sampleOfficer.id, login: sampleOfficer.login }],
      signedIn: phase === 'signed-in' ? { officer: sampleOfficer, district: sampleDistrict } : null,
    };
    desk.emit('state', desk.app);
  };
  return {
    ...fakeStatus(desk),
    ...fakeCourier(desk),
    ...fakeLeave(desk),
    ...fakeDay(desk),
    ...fakeDocuments(desk),
    ...fakeItems(desk),
    ...fakeSignOff(desk, fakePassword),
    ...fakeConflict(desk),
    ...fakeClaims(desk),
    ...fakeNetwork(),
    'app.state': async () => ok(desk.app),
    'app.setLanguage': async ({ language }) => {
      desk.app = { ...desk.app, language };
      vault.settings = { ...vault.settings, language };
      return ok(undefined);
    },
    'enrolment.enrol': async ({ activationCode, password }) => {
      await pause(1200);
      if (!activationCode.startsWith('NAMUNA')) return fail({ kind: 'activation-code-wrong' });
      if (Array.from(password).length < 12) return fail({ kind: 'weak-password', why: 'short' });
      enter('signed-in');
      return ok({ recoveryKey: 'NMNA-7Q2K-9XWD-4HTR-P3VZ-LC8M-E6YB-1SGF' });
    },
    'session.signIn': async ({ password }) => {
      await pause(700);
      if (password !== fakePassword) return fail({ kind: 'wrong-password' });
      enter('signed-in');
      return ok(undefined);
    },
    'session.salvage': async ({ password }) => {
      if (password !== fakePassword) return fail({ kind: 'wrong-password' });
      return ok({
        kept: { decisions: 14, drafts: 2, acts: 1, scans: 0, additions: 3, settings: 4, audit: 912 },
        ...{
          unanswered: 5,
          rejected: 0,
          incomplete: ['scans', 'audit'],
          setAside: '2026-10-06T09-30-00-000Z',
        },
      });
    },
    'session.recover': async ({ recoveryKey, password }) => {
      await pause(700);
      if (!recoveryKey.startsWith('NMNA')) return fail({ kind: 'wrong-recovery-key' });
      if (Array.from(password).length < 12) return fail({ kind: 'weak-password', why: 'short' });
      enter('signed-in');
      return ok(undefined);
    },
    'session.lock': async () => {
      enter('signed-out');
      return ok(undefined);
    },
    'queue.page': async ({ after, limit }) => {
      const ids = [...vault.requests.keys()].sort();
      const start = after === null ? 0 : ids.indexOf(after) + 1;
      const page = ids.slice(start, start + limit).flatMap((id) => vault.requests.get(id) ?? []);
      const next = start + limit < ids.length ? (page.at(-1)?.id ?? null) : null;
      return ok({ rows: page.map((request) => vault.row(request, desk.now())), next, total: ids.length });
    },
    'request.open': async ({ id }) => {
      const request = vault.requests.get(id);
      return request
        ? ok({ ...vault.detail(request, desk.now()), transfer: desk.transfers.view(id) })
        : fail({ kind: 'not-found' });
    },
    'draft.save': async ({ requestId, draft }) => {
      const isNew = !vault.drafts.has(requestId);
      vault.drafts.set(requestId, draft);
      if (isNew) feed(requestId);
      return ok(undefined);
    },
    'decision.record': async (input) => {
      const request = vault.requests.get(input.requestId);
      if (!request) return fail({ kind: 'not-found' });
      if (request.version !== input.requestVersion) return fail({ kind: 'request-changed' });
      if (vault.standing(request.id) !== null) return fail({ kind: 'already-decided' });
      const why = obstacleTo(input.outcome, request);
      if (why !== null) return fail({ kind: 'outcome-not-allowed', why });
      const held = input.outcome === 'approve' ? heldBy(limitsOf(desk)) : null;
      if (held !== null) return fail({ kind: 'approvals-held', why: held, days: limitsOf(desk)[held].days });
      const item = vault.outboxItem(request, input.outcome, desk.now());
      const { reasonCodes, remarks, verdicts, pins } = input;
      vault.decisions.set(item.decisionId, { ...item, reasonCodes, remarks, verdicts, pins });
      vault.drafts.delete(request.id);
      feed(request.id);
      return ok({ decisionId: item.decisionId, sealsAt: item.sealsAt });
    },
    'decision.undo': async ({ decisionId }) => {
      const item = vault.decisions.get(decisionId);
      if (!item) return fail({ kind: 'not-found' });
      if (item.state !== 'recorded') return fail({ kind: 'undo-too-late' });
      vault.decisions.set(decisionId, { ...item, state: 'undone' });
      feed(item.requestId);
      return ok(undefined);
    },
    'decision.seal': async ({ decisionIds }) => {
      for (const id of decisionIds) {
        const item = vault.seal(id, desk.now());
        if (item) feed(item.requestId);
      }
      return ok(undefined);
    },
    'sync.now': async () => {
      void runSync(desk);
      return ok(undefined);
    },
    'sync.status': async () => ok(desk.sync),
    'sync.passLimit': async () => {
      tellSync(desk, { scansWaitUntil: null, limitUsedUp: null });
      return ok(undefined);
    },
    'sync.choosePull': async ({ choice, lasts }) => {
      const choiceDay = choice !== null && lasts === 'today' ? desk.sync.today : null;
      tellSync(desk, { pull: { ...desk.sync.pull, choice, choiceDay } });
      return ok(undefined);
    },
    'sync.setAside': async () => ok(desk.setAside),
    'scan.fetch': async () => ok(undefined),
    'settings.read': async () => ok(vault.settings),
    'settings.write': async (settings) => {
      vault.settings = settings;
      return ok(settings);
    },
  };
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function countOf(desk: FakeDesk, ...states: string[]): number {
  return [...desk.vault.decisions.values()].filter((item) => states.includes(item.state)).length;
}

export function tellSync(desk: FakeDesk, changes: Partial<SyncStatus> = {}): void {
  const open = openItems(fakeTotals(desk));
  desk.sync = {
    ...desk.sync,
    undoable: countOf(desk, 'recorded'),
    unsent: countOf(desk, 'sealed', 'sent'),
    unsentActs: desk.transfers.unsentActs() + open.acts,
    scansMissing: open.scansToCome,
    scansByHand: fakeTotals(desk).scan.hand,
    uploadsUnsent: open.scansToSend,
    refused: countOf(desk, 'refused'),
    conflicted: openConflicts(desk.vault),
    setAside: desk.setAside.length,
    parked: [...desk.items.acts, ...desk.items.scans, ...desk.items.uploads].filter(
      ({ shown }) => shown === 'parked',
    ).length,
    parkedActs: fakeTotals(desk).act.parked,
    parkedScans: fakeTotals(desk).scan.parked,
    ...changes,
  };
  desk.emit('sync', desk.sync);
}

/** Goes through the steps of a sync slowly enough to be seen, and answers what was sealed. */
async function runSync(desk: FakeDesk): Promise<void> {
  tellSync(desk, { step: 'connecting', problem: null });
  await pause(600);
  for (const items of [120, 480, 960]) {
    tellSync(desk, { step: 'receiving', progress: { items, totalItems: 960, bytes: items * 812 } });
    await pause(500);
  }
  for (const [id, item] of desk.vault.decisions) {
    if (item.state !== 'sealed' && item.state !== 'sent') continue;
    const receipt = {
      serverSequence: 4000 + desk.vault.decisions.size,
      acceptedAt: instantOf(desk.now()),
      contentHash: 'ab'.repeat(32),
    };
    desk.vault.decisions.set(id, { ...item, state: 'accepted', receipt });
    desk.emit('feed', {
      rows: desk.vault.changed(item.requestId, desk.now()),
      removed: [],
      masterChanged: false,
    });
  }
  const at = instantOf(desk.now());
  tellSync(desk, { step: 'idle', progress: null, lastContactAt: at, lastCompleteAt: at });
}
