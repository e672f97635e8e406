import { v7 } from 'uuid';
import type { DecisionContent, Outcome } from '../../../shared/domain/decision.ts';
import {
  decisionId,
  deviceId as deviceIdSchema,
  type DecisionId,
  type RequestId,
} from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import type { Applied, RecordedDecision, Store, VaultIdentity } from '../../../electron/storage/store.ts';
import { enrolAt } from '../../../electron/sync/enrol.ts';
import type { Fetch } from '../../../electron/sync/http-transport.ts';
import { createSyncEngine, type SyncEngineOptions } from '../../../electron/sync/sync-engine.ts';
import { sampleKeys, type SampleKeys } from './device-keys.ts';
import { memoryBlobs, type MemoryBlobs } from './memory-blobs.ts';
import { sampleOffice } from './sample-office.ts';

/** A desk without a window: identity, store and scans, on which engines are started as the app starts them. */
export interface SyncDesk {
  identity: VaultIdentity;
  keys: SampleKeys;
  store: Store;
  blobs: MemoryBlobs;
  applied: Applied[];
  statuses: SyncStatus[];
  faults: unknown[];
  /** A new engine on the same store, as after a start of the app. */
  engine(changes?: Partial<SyncEngineOptions>): ReturnType<typeof createSyncEngine>;
  /** Records as the decision handler does; sealed when `sealsAt` (milliseconds) has come. */
  decide(
    requestId: RequestId,
    outcome: Outcome,
    now: number,
    sealsAt?: number,
    remarks?: string,
  ): Promise<DecisionId>;
}

/** Enrols at a server with an activation code. */
export async function enrolledDesk(
  serverUrl: string,
  activationCode: string,
  fetch?: Fetch,
): Promise<SyncDesk> {
  const { identity, keys } = await enrolledIdentity(serverUrl, activationCode, fetch);
  return deskOf(identity, keys);
}

/** As `enrolledDesk`, for a desk with a store of its own. */
export async function enrolledIdentity(
  serverUrl: string,
  activationCode: string,
  fetch?: Fetch,
): Promise<Pick<SyncDesk, 'identity' | 'keys'>> {
  const keys = sampleKeys();
  const request = { ...keys.public, activationCode, deviceName: 'Sample PC' };
  const enrolled = await enrolAt(serverUrl, request, fetch);
  if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.error.kind}`);
  const { officer, district, deviceId, serverKey, serverTime } = enrolled.value;
  const { deviceKey } = keys;
  const series = enrolled.value.series ?? 'X1';
  const enrolledAt = serverTime;
  return {
    keys,
    identity: { officer, district, deviceId, series, serverUrl, serverKey, deviceKey, enrolledAt },
  };
}

/** Without any enrolment, for servers that only misbehave; `given` replaces who it is. */
export function strangerDesk(serverUrl: string, given?: Pick<SyncDesk, 'identity' | 'keys'>): SyncDesk {
  if (given) return deskOf(given.identity, given.keys);
  const keys = sampleKeys();
  const { officer, district } = sampleOffice;
  const { deviceKey } = keys;
  const serverKey = sampleKeys().public.deviceSigningKey;
  const deviceId = deviceIdSchema.parse('device-1');
  const enrolledAt = '2026-11-01T06:00:00.000Z';
  return deskOf(
    { officer, district, deviceId, series: 'A', serverUrl, serverKey, deviceKey, enrolledAt },
    keys,
  );
}

function deskOf(identity: VaultIdentity, keys: SampleKeys): SyncDesk {
  const store = openMemoryStore(identity);
  const blobs = memoryBlobs();
  const applied: Applied[] = [];
  const statuses: SyncStatus[] = [];
  const faults: unknown[] = [];
  return {
    identity,
    keys,
    store,
    blobs,
    applied,
    statuses,
    faults,
    engine: (changes) =>
      createSyncEngine({
        store,
        blobs,
        identity,
        clock: realClock,
        random: () => 0.5,
        events: { applied: (change) => applied.push(change), status: (status) => statuses.push(status) },
        fault: (error) => faults.push(error),
        patience: { answer: 5_000, idle: 5_000 },
        ...changes,
      }),
    decide: async (requestId, outcome, now, sealsAt = now, remarks = sampleRemarks) => {
      const decided = { requestId, outcome, now, sealsAt, remarks };
      return (await recordAs({ store, identity, keys }, decided)).id;
    },
  };
}

const sampleRemarks = 'नमूना टिप्पणी';

/**
 * Records as the decision handler does.
 * @param begins hears the decision before the store does: when the process dies, it may be there or not.
 */
export async function recordAs(
  {
    store,
    identity,
    keys,
  }: Pick<SyncDesk, 'store' | 'identity'> & { keys: Pick<SampleKeys, 'signAsOfficer'> },
  decided: { requestId: RequestId; outcome: Outcome; now: number; sealsAt: number; remarks?: string },
  begins: (decision: RecordedDecision) => void = () => undefined,
): Promise<RecordedDecision> {
  const { requestId, outcome, now, sealsAt, remarks = sampleRemarks } = decided;
  const stored = await store.request(requestId);
  if (!stored) throw new Error(`No request ${requestId}`);
  const id = decisionId.parse(v7({ msecs: now }));
  const requestVersion = stored.request.version;
  const content = JSON.stringify(
    contentOf(identity, { id, requestId, requestVersion, outcome, now, remarks }),
  );
  const officerSignature = keys.signAsOfficer(content);
  const decision: RecordedDecision = { id, content, officerSignature, sealsAt: instantOf(sealsAt) };
  begins(decision);
  const recorded = await store.recordDecision(decision);
  if (!recorded.ok) throw new Error(`Not recorded: ${recorded.error.kind}`);
  return decision;
}

function contentOf(
  identity: VaultIdentity,
  decided: {
    id: DecisionId;
    requestId: RequestId;
    requestVersion: number;
    outcome: Outcome;
    now: number;
    remarks: string;
  },
): DecisionContent {
  const { id, requestId, requestVersion, outcome, now, remarks } = decided;
  return {
    protocol: 1,
    id,
    requestId,
    requestVersion,
    districtId: identity.district.id,
    outcome,
    reasonCodes: [],
    remarks,
    overrides: [],
    rules: [],
    checklist: [],
    documentChecks: [],
    verdicts: [],
    pins: [],
    officerId: identity.officer.id,
    deviceId: identity.deviceId,
    recordedAt: instantOf(now),
  };
}

export const realClock: SyncEngineOptions['clock'] = {
  now: () => Date.now(),
  setTimer(milliseconds, fire) {
    const timer = setTimeout(fire, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
