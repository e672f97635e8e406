import { z } from 'zod';
import {
  checklistMark,
  decisionState,
  draft,
  outcome,
  pinList,
  ruleOverride,
  verdictList,
} from '../domain/decision.ts';
import { conflictChoice } from '../domain/conflict.ts';
import { blobHash, decisionId, officerId, requestId } from '../domain/ids.ts';
import { keptScan, localScanId } from '../domain/documents/local-scan.ts';
import { daySummary } from '../domain/day/day-summary.ts';
import { deskLimits } from '../domain/desk-limits.ts';
import { localAddition, localAdditionId, localEntry } from '../domain/local-addition.ts';
import {
  district,
  districtRecord,
  helpline,
  holidayList,
  lsp,
  lspFigures,
  migrationWindow,
  officer,
  reasonCode,
  ruleSet,
  signingTitle,
} from '../domain/master.ts';
import { report } from '../domain/report/report.ts';
import { migrationRequest } from '../domain/request.ts';
import { ruleResult } from '../domain/rule-result.ts';
import { rowState, slimRow } from '../domain/slim-row.ts';
import { followUpKind } from '../domain/transfer/transfer-act.ts';
import { pullChoice } from '../sync/pull-choice.ts';
import { claim } from '../sync/claims.ts';
import { instant, isoDate, language } from '../domain/values.ts';
import { documentChannels } from './document-channels.ts';
import { deskError } from './errors.ts';
import { networkChannels } from './network-channels.ts';
import { outboxChannels } from './outbox-channels.ts';
import { syncStatus } from './sync-status.ts';
import { archiveAnswer } from './views/archive-hit.ts';
import { conflictView } from './views/conflict.ts';
import { leaveView } from './views/leave.ts';
import { courierProgress, courierReading, courierState, courierWritten } from './views/courier.ts';
import { intakeView, scanFolder } from './views/documents.ts';
import { masterFault, masterState } from './views/office.ts';
import { madePaper, paperInput } from './views/paper.ts';
import { salvageReport } from './views/salvage.ts';
import { scanState } from './views/scan-state.ts';
import { mostSignedOff, signOffItem, signOffOutcome } from './views/sign-off.ts';
export type { OutboxItem } from './views/outbox.ts';
export type { ScanState } from './views/scan-state.ts';
import { transferRow, transferView } from './views/transfer-view.ts';

const nothing = z.undefined();

/** Where the app stands before anything else can be shown. */
export const appState = z.object({
  /** `leaving`: an officer is signed in, and the desk leaves its district or has left it. */
  phase: z.enum(['not-enrolled', 'signed-out', 'signed-in', 'leaving']),
  /** What keeps the vault shut, when something does (missing key, cannot decrypt, …). */
  problem: deskError.nullable(),
  officers: z.array(z.object({ id: officerId, login: z.string() })),
  signedIn: z.object({ officer, district }).nullable(),
  language,
  host: z.enum(['electron', 'stand-in']),
  version: z.string(),
  /** Set in demo data folders: shown, so that nobody mistakes it for real work. */
  demo: z.boolean(),
  suggestedServer: z.string(),
});
export type AppState = z.infer<typeof appState>;

export const settings = z.object({
  language,
  syncMinutes: z.int().min(1).max(240),
  /** When recorded decisions are sealed: each after its grace period, or all by the day's sign-off only. */
  sealing: z.enum(['grace', 'sign-off']),
  graceMinutes: z.int().min(0).max(240),
  /** Days after which each kind of master data is stale, and what rests on it unknown. */
  staleFiguresDays: z.int().min(1).max(3650),
  staleWindowsDays: z.int().min(1).max(3650),
  staleRuleSetsDays: z.int().min(1).max(3650),
  /** Days at which the desk warns or takes no approval any more; 0: never. A warning comes before its hold. */
  unsentWarnDays: z.int().min(0).max(365),
  unsentHoldDays: z.int().min(0).max(365),
  masterWarnDays: z.int().min(0).max(365),
  masterHoldDays: z.int().min(0).max(365),
  /** Megabytes (of 1,000,000 bytes, both ways) an hour and a day after which scans wait; 0: no limit. */
  hourMegabytes: z.int().min(0).max(10_000),
  dayMegabytes: z.int().min(0).max(100_000),
  /** Minutes that a pull may take before an officer is asked; 0: never asked. */
  askMinutes: z.int().min(0).max(1440),
});
export type Settings = z.infer<typeof settings>;

export const requestDetail = z.object({
  row: slimRow,
  request: migrationRequest,
  targetFigures: lspFigures.nullable(),
  rules: z.array(ruleResult),
  draft: draft.nullable(),
  /** For each document of the request one, and one for each scan that was taken in here. */
  scans: z.array(
    z.object({
      documentId: z.string(),
      state: scanState,
      url: z.string().nullable(),
      /** What lies at `url`: the server's scan, its masked copy, or one taken in here. */
      kept: keptScan.nullable(),
      localScanId: localScanId.nullable(),
    }),
  ),
  decision: z
    .object({
      id: decisionId,
      outcome,
      state: decisionState,
      reasonCodes: z.array(z.string()),
      remarks: z.string(),
      /** What the officer made of the documents' checks, and where. */
      verdicts: verdictList,
      pins: pinList,
      recordedAt: instant,
      sealsAt: instant,
      /** From the sealing on; null before it. */
      orderNo: z.string().nullable(),
    })
    .nullable(),
  /** Null until the server has begun one. */
  transfer: transferView.nullable(),
});
export type RequestDetail = z.infer<typeof requestDetail>;

export const masterData = z.object({
  lsps: z.array(lsp),
  /** Of the officer's district. */
  figures: z.array(lspFigures),
  reasonCodes: z.array(reasonCode),
  windows: z.array(migrationWindow),
  ruleSets: z.array(ruleSet),
  /** The state's and the district's: the window counts working days left by them. */
  holidays: z.array(holidayList),
  districts: z.array(districtRecord),
  helplines: z.array(helpline),
  signingTitles: z.array(signingTitle),
  /** Of the district: whose name stands beside what another desk did. */
  officers: z.array(officer),
  /** What this office added; the holidays among them are in `holidays` too. */
  additions: z.array(localAddition),
  states: z.array(masterState),
  faults: z.array(masterFault),
});
export type MasterData = z.infer<typeof masterData>;

export const setAsideItem = z.object({
  kind: z.string(),
  id: z.string(),
  /** `unknown-kind` is carried for a newer version; the others are faults of the sender. */
  why: z.enum(['unknown-kind', 'unreadable', 'invalid']),
  at: instant,
});
export type SetAsideItem = z.infer<typeof setAsideItem>;

/**
 * Every call from the window to the main process: what goes in, what comes out. To add one, add it here and give it a
 * handler in `electron/ipc/handlers/`; the compiler names the one forgotten.
 */
export const contract = {
  'app.state': { input: nothing, output: appState },
  'app.setLanguage': { input: z.object({ language }), output: nothing },
  'enrolment.enrol': {
    input: z.object({
      serverUrl: z.string().trim().max(300),
      activationCode: z.string().trim().max(64),
      password: z.string().max(200),
    }),
    /** Shown once, to be printed or written down: it opens the vault when every password is lost. */
    output: z.object({ recoveryKey: z.string() }),
  },
  'session.signIn': { input: z.object({ officerId, password: z.string().max(200) }), output: nothing },
  /** A forgotten password: the printed recovery key sets a new one, and signs in with it. */
  'session.recover': {
    input: z.object({ officerId, recoveryKey: z.string().max(200), password: z.string().max(200) }),
    output: nothing,
  },
  /**
   * A vault that does not open because its database is damaged: what can be read of it is put into a new one. Null: it
   * opens after all.
   */
  'session.salvage': {
    input: z.object({ officerId, password: z.string().max(200) }),
    output: salvageReport.nullable(),
  },
  'session.lock': { input: nothing, output: nothing },
  'queue.page': {
    input: z.object({ after: requestId.nullable(), limit: z.int().min(1).max(1000) }),
    output: z.object({ rows: z.array(slimRow), next: requestId.nullable(), total: z.int() }),
  },
  'master.all': { input: nothing, output: masterData },
  'master.addLocal': { input: z.object({ entry: localEntry }), output: localAddition },
  'master.removeLocal': { input: z.object({ id: localAdditionId }), output: nothing },
  /** Searches every request that this desk ever received, while typing. */
  'archive.search': {
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: archiveAnswer,
  },
  'transfer.list': { input: nothing, output: z.array(transferRow) },
  'transfer.open': { input: z.object({ requestId }), output: transferView },
  /** Covers the lines named; signed, sent, and seen by every desk of the office. */
  'transfer.acknowledge': {
    input: z.object({
      requestId,
      lines: z.array(z.string().min(1).max(2200)).min(1).max(2000),
      reason: z.string().max(1000),
    }),
    output: transferView,
  },
  'transfer.followUpDone': {
    input: z.object({ requestId, followUp: followUpKind, note: z.string().max(1000) }),
    output: transferView,
  },
  'day.summary': { input: nothing, output: daySummary },
  'notice.seen': { input: z.object({ ids: z.array(z.string().max(120)).min(1).max(50) }), output: nothing },
  'report.read': { input: z.object({ from: isoDate, to: isoDate }), output: report },
  /** Asks where to; `savedAs` is the file's name, null when the officer cancelled. */
  'report.save': {
    input: z.object({ from: isoDate, to: isoDate, language, format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  'paper.make': { input: paperInput, output: madePaper },
  'paper.print': {
    input: z.object({ token: z.string().max(64) }),
    output: z.object({ printed: z.boolean() }),
  },
  'paper.save': {
    input: z.object({ token: z.string().max(64) }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  'request.open': { input: z.object({ id: requestId }), output: requestDetail },
  'draft.save': { input: z.object({ requestId, draft }), output: nothing },
  'decision.record': {
    input: z.object({
      requestId,
      requestVersion: z.int().positive(),
      outcome,
      reasonCodes: z.array(z.string().max(8)).max(10),
      remarks: z.string().max(2000),
      overrides: z.array(ruleOverride).max(20),
      checklist: z.array(checklistMark).max(60),
      verdicts: verdictList.default([]),
      pins: pinList.default([]),
    }),
    /** Answered only when the decision is durable on disk. */
    output: z.object({ decisionId, sealsAt: instant }),
  },
  'decision.undo': { input: z.object({ decisionId }), output: nothing },
  'decision.seal': { input: z.object({ decisionIds: z.array(decisionId).min(1).max(500) }), output: nothing },
  'courier.state': { input: nothing, output: courierState },
  /** Asks where the file for the central office goes, writes it there and reads it back. */
  'courier.write': { input: nothing, output: courierWritten },
  /** Asks for a file from the central office and takes it in; null when the officer cancelled. */
  'courier.read': { input: nothing, output: courierReading.nullable() },
  'leave.state': { input: nothing, output: leaveView },
  /** The decisions with their receipts, as they were signed, into a file. */
  'leave.save': {
    input: z.object({ language }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  'signOff.list': { input: nothing, output: z.array(signOffItem) },
  /** Seals the reviewed decisions together. The password is that of whoever is signed in. */
  'signOff.seal': {
    input: z.object({
      decisionIds: z.array(decisionId).min(1).max(mostSignedOff),
      password: z.string().max(200),
    }),
    output: signOffOutcome,
  },
  'limits.read': { input: nothing, output: deskLimits },
  /** A decision that came too late: both sides, also after it was dealt with. */
  'conflict.open': { input: z.object({ decisionId }), output: conflictView },
  'conflict.resolve': {
    input: z.object({
      decisionId,
      how: conflictChoice,
      /** The present version that the officer was shown; `keep-mine` decides on no other. */
      requestVersion: z.int().positive().nullable(),
    }),
    /** The new decision of `keep-mine`, durable on disk; null for the other choices. */
    output: z.object({ decisionId, sealsAt: instant }).nullable(),
  },
  /** What other desks of the office work on now. */
  'claim.list': { input: nothing, output: z.array(claim) },
  /** The review of a request was opened: answers with another desk's claim on it, null where none is known. */
  'claim.hold': { input: z.object({ requestId }), output: claim.nullable() },
  'claim.release': { input: z.object({ requestId }), output: nothing },
  ...outboxChannels,
  ...networkChannels,
  'sync.now': { input: nothing, output: nothing },
  /** For the rest of this hour scans come although the data limit is used up. */
  'sync.passLimit': { input: nothing, output: nothing },
  /** What is to come of much; null: as the office's settings say. For today, or until it is chosen anew. */
  'sync.choosePull': {
    input: z.object({ choice: pullChoice.nullable(), lasts: z.enum(['today', 'until-changed']) }),
    output: nothing,
  },
  'sync.status': { input: nothing, output: syncStatus },
  'sync.setAside': { input: nothing, output: z.array(setAsideItem) },
  ...documentChannels,
  'scan.fetch': { input: z.object({ hash: blobHash }), output: nothing },
  'settings.read': { input: nothing, output: settings },
  'settings.write': { input: settings, output: settings },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** What the main process tells the window without being asked. */
export const events = {
  /** The change feed: the read model is written from here and nowhere else. Sent only after the commit. */
  feed: z.object({
    rows: z.array(slimRow),
    states: z.array(rowState).optional(),
    removed: z.array(requestId),
    masterChanged: z.boolean(),
    /** A transfer, or an act about one, came or changed: what is on screen of it is read again. */
    transfersChanged: z.boolean().optional(),
    /** Another desk began or ended its work on a request. */
    claimsChanged: z.boolean().optional(),
  }),
  sync: syncStatus,
  state: appState,
  /** A file that is being taken in came further. */
  intake: intakeView,
  /** What the reviewing table shows of this request changed: it is read again. */
  documents: z.object({ requestId }),
  folder: scanFolder,
  /** How far a courier file is. */
  courier: courierProgress,
} as const satisfies Record<string, z.ZodType>;

export const feedSchema = events.feed;
export type Feed = z.infer<typeof feedSchema>;
