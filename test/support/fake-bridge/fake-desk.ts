import { largePull, quietPull } from './sample-pull.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { AppState } from '../../../shared/ipc/contract.ts';
import type {
  Answer,
  Channel,
  DeskBridge,
  EventName,
  EventPayload,
  Input,
} from '../../../shared/ipc/derive.ts';
import { deskError } from '../../../shared/ipc/errors.ts';
import { leavePhases, type LeavePhase } from '../../../shared/domain/leaving.ts';
import { indiaDate, indiaDayEnd, indiaHourEnd, instantOf } from '../../../shared/domain/india-date.ts';
import { fail } from '../../../shared/result.ts';
import { fakeHandlers, tellSync, type FakeDesk } from './fake-handlers.ts';
import { fillOutbox, sampleSetAside } from './fake-outbox.ts';
import { fillConflicts } from './fake-conflict.ts';
import { sampleClaims } from './fake-claims.ts';
import { sampleItems } from './fake-items.ts';
import { fillSignOff } from './fake-sign-off.ts';
import { FakeTransfers } from './fake-transfers.ts';
import { FakeVault } from './fake-vault.ts';
import { fullDocuments } from './sample-papers-of.ts';
import { sampleDistrict, sampleOfficer } from './sample-office.ts';

/** What the page's address may ask for: `?phase=signed-out&problem=missing-key&rows=10000&outbox=1`. */
export interface FakeOptions {
  phase: AppState['phase'];
  problem: string | null;
  language: AppState['language'];
  rows: number;
  /** One decision in each state, and items set aside. */
  hasOutbox: boolean;
  /** `scans=10000`: so many more that wait, with `outbox=1`. */
  waitingScans: number;
  /** `limit=hour`, `limit=day`: the office's data limit of that span is used up. */
  limitUsedUp: 'hour' | 'day' | null;
  /** `pull=large`: much is to come, and the officer is asked. */
  isPullLarge: boolean;
  /** `notices=1`: one notice of each kind about a window. */
  hasNotices: boolean;
  /** `apart=9`: so many days without the server, as the limits measure it. */
  daysApart: number;
  /** `signoff=1`: decisions are sealed by the day's sign-off only, and some wait since yesterday. */
  hasSignOff: boolean;
  /** `conflicts=1`: one decision of each kind that came too late. */
  hasConflicts: boolean;
  /** `claims=1`: another officer works on the first requests. */
  hasClaims: boolean;
  /** `phase=leaving&leave=done`: how far the desk has come with leaving its district. */
  leavePhase: LeavePhase;
  /** `skew=-192`: minutes by which the PC's clock is ahead. */
  skewMinutes: number | null;
  /** `unsure=1`: the PC was started anew, and the server has not answered since. */
  isTimeSure: boolean;
  isChainInDoubt: boolean;
  /** `documents=1`: every request comes with Aadhaar, PAN and form, read and checked. */
  hasDocuments: boolean;
  /** `damaged=1`: the first sign-in finds the database damaged. */
  isDamaged: boolean;
}

export function optionsOf(search: string): FakeOptions {
  const query = new URLSearchParams(search);
  const phase = query.get('phase');
  return {
    phase: phase === 'not-enrolled' || phase === 'signed-out' || phase === 'leaving' ? phase : 'signed-in',
    problem: query.get('problem'),
    language: query.get('language') === 'en' ? 'en' : 'hi',
    rows: Number(query.get('rows') ?? '300'),
    hasOutbox: query.get('outbox') === '1',
    waitingScans: Number(query.get('scans') ?? '0'),
    limitUsedUp: limitOf(query.get('limit')),
    isPullLarge: query.get('pull') === 'large',
    hasNotices: query.get('notices') === '1',
    daysApart: Number(query.get('apart') ?? '0'),
    hasSignOff: query.get('signoff') === '1',
    hasConflicts: query.get('conflicts') === '1',
    hasClaims: query.get('claims') === '1',
    leavePhase: leavePhases.find((phase) => phase === query.get('leave')) ?? 'sending',
    skewMinutes: query.has('skew') ? Number(query.get('skew')) : null,
    isTimeSure: query.get('unsure') !== '1',
    isChainInDoubt: query.get('doubt') === '1',
    hasDocuments: query.get('documents') === '1',
    isDamaged: query.get('damaged') === '1',
  };
}

/** An in-page `window.desk` that lives as long as the page, checked by the same schemas as the real one. */
export function createFakeDesk(
  options: FakeOptions,
  now: () => number,
): DeskBridge & { fail: (channel: Channel, error: unknown) => void; emit: FakeDesk['emit'] } {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const vault = new FakeVault(options.rows);
  const desk: FakeDesk = {
    vault,
    transfers: new FakeTransfers(vault, now()),
    app: appStateOf(options),
    sync: firstSync(now(), options),
    setAside: options.hasOutbox ? sampleSetAside(now()) : [],
    items: options.hasOutbox
      ? sampleItems(vault, now(), options.waitingScans)
      : { acts: [], scans: [], uploads: [] },
    hasNotices: options.hasNotices,
    hasDocuments: options.hasDocuments,
    claims: options.hasClaims ? sampleClaims(now()) : [],
    daysApart: options.daysApart,
    leavePhase: options.leavePhase,
    failures: new Map(options.isDamaged ? [['session.signIn', { kind: 'cannot-decrypt' }]] : []),
    now,
    emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
      for (const listener of listeners.get(event) ?? []) (listener as (one: typeof payload) => void)(payload);
    },
  };
  if (options.hasDocuments) vault.giveDocuments(fullDocuments);
  if (options.hasOutbox) fillOutbox(desk.vault, now());
  if (options.hasConflicts) fillConflicts(desk.vault, now());
  if (options.hasSignOff) fillSignOff(desk.vault, now());
  tellSync(desk);
  const handlers = fakeHandlers(desk);
  return {
    async call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>> {
      const planned = desk.failures.get(channel);
      if (planned) {
        desk.failures.delete(channel);
        return fail(planned);
      }
      const parsed = contract[channel].input.safeParse(input);
      if (!parsed.success) {
        return fail({ kind: 'invalid-input', path: parsed.error.issues[0]?.path.join('.') ?? '' });
      }
      return handlers[channel](input);
    },
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      all.add(listener);
      listeners.set(event, all);
      return () => all.delete(listener);
    },
    fail(channel, error) {
      desk.failures.set(channel, deskError.parse(error));
    },
    emit: desk.emit.bind(desk),
  };
}

function appStateOf({ phase, problem, language }: FakeOptions): AppState {
  return {
    phase,
    problem: problem === null ? null : deskError.parse({ kind: problem }),
    officers: phase === 'not-enrolled' ? [] : [{ id: sampleOfficer.id, login: sampleOfficer.login }],
    signedIn:
      phase === 'signed-in' || phase === 'leaving'
        ? { officer: sampleOfficer, district: sampleDistrict }
        : null,
    language,
    host: 'stand-in',
    version: '0.1.0',
    demo: true,
    suggestedServer: 'http://localhost:8088',
  };
}

function firstSync(now: number, options: FakeOptions): FakeDesk['sync'] {
  return {
    step: 'waiting',
    problem: 'offline',
    lastContactAt: instantOf(now - 7_200_000),
    lastCompleteAt: instantOf(now - 7_200_000),
    nextTryAt: instantOf(now + 540_000),
    progress: null,
    undoable: 0,
    unsent: 0,
    unsentActs: 0,
    refused: 0,
    conflicted: 0,
    scansMissing: 12,
    scansByHand: 0,
    uploadsUnsent: 0,
    parked: 0,
    parkedActs: 0,
    parkedScans: 0,
    scansWaitUntil: options.limitUsedUp === null ? null : instantOf(endOfLimit(options.limitUsedUp, now)),
    limitUsedUp: options.limitUsedUp,
    pull: options.isPullLarge ? largePull : quietPull,
    chainDoubt: options.isChainInDoubt,
    setAside: 0,
    bytesReceived: 4_812_345,
    bytesSent: 23_456,
    today: indiaDate(now),
    skewMinutes: options.skewMinutes,
    isTimeSure: options.isTimeSure,
  };
}

function limitOf(text: string | null): FakeOptions['limitUsedUp'] {
  return text === 'hour' || text === 'day' ? text : null;
}

function endOfLimit(span: 'hour' | 'day', now: number): number {
  return span === 'day' ? indiaDayEnd(now) : indiaHourEnd(now);
}
