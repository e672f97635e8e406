import { v7 } from 'uuid';
import { decisionId, districtId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { HolidayList } from '../../../shared/domain/master.ts';
import type { Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { Channel, Input, Answer } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import type { ChangeLine } from '../../../shared/sync/protocol.ts';
import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { makeHandlers } from '../../../electron/ipc/handlers/index.ts';
import type { Services } from '../../../electron/ipc/services.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import type { Applied, Store } from '../../../electron/storage/store.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';

export const now = Date.parse('2026-11-20T06:30:00.000Z');
export const today = '2026-11-20';

export const officePassword = 'namuna paani pahad';

export interface OfficeDesk {
  store: Store;
  applied: Applied[];
  saved: { name: string; bytes: Uint8Array }[];
  pokes: number;
  /** What the sync was asked for by hand. */
  asked: string[];
  /** What the sync says is on the wire. */
  underWay: string[];
  isCancelled: boolean;
  isSignedIn: boolean;
  isLeaving: boolean;
  /** The server's day, and by how much this PC's clock is ahead of it. */
  today: string;
  skewMinutes: number | null;
  /** What this PC's clock says. */
  now: number;
  /** Runs while a password is being tried. */
  whileTrying: () => void;
  verifies(text: string, signature: string): boolean;
  pull(...lines: Omit<ChangeLine, 'cursor'>[]): Promise<void>;
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>>;
}

/** The handlers on a store in memory, as an officer's window calls them; the sync only counts its pokes. */
export function officeDesk(
  { store, identity, keys }: Pick<SyncDesk, 'store' | 'identity' | 'keys'> = strangerDesk(
    'http://127.0.0.1:9',
  ),
  documents: object = {},
): OfficeDesk {
  const desk: OfficeDesk = {
    store,
    applied: [],
    saved: [],
    pokes: 0,
    asked: [],
    underWay: [],
    isCancelled: false,
    isSignedIn: true,
    isLeaving: false,
    today,
    skewMinutes: null,
    now,
    whileTrying: () => undefined,
    // Ed25519 is deterministic: the same text gives the same signature.
    verifies: (text, signature) => keys.signAsOfficer(text) === signature,
    async pull(...lines) {
      const withCursors = lines.map((line, nth) => ({ ...line, cursor: `c${nth}` }));
      await store.applyChanges(withCursors, `c${lines.length}`, instantOf(now), today);
    },
    async call(channel, input) {
      const answer = await answerCall(handlers, channel, input, () => 'ref');
      return answer as never;
    },
  };
  const signedIn = {
    vault: { store, identity },
    officer: { officerId: identity.officer.id, sign: (text: string) => keys.signAsOfficer(text) },
    engine: {
      poke: () => (desk.pokes += 1),
      syncNow: async () => void desk.asked.push('all'),
      fetchScan: async (hash: string) => void desk.asked.push(hash),
      underWay: () => desk.underWay,
      status: async () => ({
        today: desk.today,
        skewMinutes: desk.skewMinutes,
        lastContactAt: await store.lastContact(),
        ...(await store.counts(instantOf(now))),
      }),
    },
  };
  const services = {
    session: {
      signedIn: () => (desk.isSignedIn && !desk.isLeaving ? signedIn : null),
      present: () => (desk.isSignedIn ? signedIn : null),
      confirmPassword: async (password: string) => {
        desk.whileTrying();
        if (password !== officePassword) throw new StorageError('wrong-password');
        return signedIn;
      },
    },
    preferences: { language: async () => 'hi', setLanguage: async () => undefined },
    clock: { now: () => now },
    makeDecisionId: (msecs: number) => decisionId.parse(v7({ msecs })),
    makeId: (msecs: number) => v7({ msecs }),
    saveFile: async (name: string, bytes: Uint8Array) => {
      if (desk.isCancelled) return ok({ savedAs: null });
      desk.saved.push({ name, bytes });
      return ok({ savedAs: name });
    },
    papers: {},
    documents: { scans: { running: () => null }, ...documents },
    log: () => 'ref',
    applied: (change: Applied) => desk.applied.push(change),
    facts: { demo: false },
  };
  // Only what the office's handlers touch is there; whatever else they touched would throw by name.
  const handlers = makeHandlers(services as unknown as Services);
  return desk;
}

export function requestLine(changes: Parameters<typeof sampleRequest>[0] = {}): Omit<ChangeLine, 'cursor'> {
  const body = sampleRequest(changes);
  return { kind: 'request', id: body.id, version: body.version, body };
}

export function transferLine(body: Transfer, version = 1): Omit<ChangeLine, 'cursor'> {
  return { kind: 'transfer', id: body.requestId, version, body };
}

export const stateHolidays: HolidayList = {
  year: 2026,
  districtId: null,
  days: [
    { date: '2026-11-24', name: { hi: 'नमूना त्योहार', en: 'Sample festival' } },
    { date: '2026-12-25', name: { hi: 'नमूना अवकाश', en: 'Sample holiday' } },
  ],
};

export function holidayLine(list: HolidayList = stateHolidays): Omit<ChangeLine, 'cursor'> {
  const id = `${list.year}-${list.districtId ?? 'state'}`;
  return { kind: 'holiday-list', id, version: 1, body: list };
}

export const jaipur = districtId.parse('jaipur');
