import { reconcile, toAcknowledge } from '../../../shared/domain/transfer/reconcile.ts';
import { followUpsOf } from '../../../shared/domain/transfer/follow-ups.ts';
import { deviceId } from '../../../shared/domain/ids.ts';
import { transferActId, type TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import {
  kioskSnapshot,
  transferStages,
  type KioskSnapshot,
  type Transfer,
  type TransferFailure,
} from '../../../shared/domain/transfer/transfer.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { waitingTransfer } from '../transfers/transfer-rows.ts';
import { addDays, atTime } from './days.ts';
import { demoOfficers } from './demo-master.ts';
import { kiosksAfter } from './demo-kiosks.ts';
import type { SeedKiosk, SeedTransfer } from './seed-rows.ts';

/** How a transferred request of the demo ended: the rank counts within its district, the latest first. */
type Planted = 'nothing' | 'paisa-and-service' | 'acknowledged-paisa';

export interface DemoTransfer {
  row: SeedTransfer;
  /** Those that take the place of the request's kiosk. */
  kiosks: SeedKiosk[];
}

/**
 * The transfer of an approved or transferred request. Latest of a district: one paisa and one service are missing, and
 * nobody has acknowledged it. The one before: one paisa too many, acknowledged. All others reconcile; the follow-ups of
 * old ones are done.
 * @param rank from 0, the latest first, among the requests of its state in its district.
 */
export function demoTransfer(
  request: MigrationRequest,
  kiosk: SeedKiosk | null,
  rank: number,
  today: IsoDate,
): DemoTransfer | null {
  if (request.status === 'transferred') return kiosk && completed(request, kiosk, rank, today);
  if (request.status !== 'approved') return null;
  const transfer = waitingTransfer(request, approvedAt(request));
  const failure = failureOf(kiosk, rank);
  const state = failure === null ? 'waiting' : 'failed';
  const isMoved = failure === 'current-lsp-differs';
  return {
    row: { transfer: { ...transfer, state, failure }, notBefore: atTime(addDays(today, 1), 6, 30) },
    kiosks: kiosk ? [{ ...kiosk, lspId: isMoved ? anotherLsp(request) : kiosk.lspId }] : [],
  };
}

/** A request without a record cannot be moved by itself; the latest of a district is with another LSP than it says. */
function failureOf(kiosk: SeedKiosk | null, rank: number): TransferFailure | null {
  if (kiosk === null) return 'record-missing';
  return rank === 0 ? 'current-lsp-differs' : null;
}

function anotherLsp({ currentLspId }: MigrationRequest): string {
  return currentLspId === 'lsp-01' ? 'lsp-02' : 'lsp-01';
}

function completed(request: MigrationRequest, kiosk: SeedKiosk, rank: number, today: IsoDate): DemoTransfer {
  const at = request.updatedAt;
  const whole = kiosksAfter(kiosk, request);
  const kiosks = planted(
    whole,
    rank === 0 ? 'paisa-and-service' : rank === 1 ? 'acknowledged-paisa' : 'nothing',
  );
  const [old, renamed] = kiosks;
  const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
  const bare: Transfer = {
    ...waitingTransfer(request, approvedAt(request)),
    state: 'completed',
    stages: transferStages.map((stage, place) => ({
      stage,
      at: place === 0 ? approvedAt(request).toISOString() : later(place - 1),
    })),
    before: snapshotOf(kiosk, at),
    after: snapshotOf(renamed ?? old ?? kiosk, later(3)),
    oldAfter: renamed && old ? snapshotOf(old, later(3)) : null,
    updatedAt: at,
  };
  const acts = actsOn(bare, rank, at < atTime(addDays(today, -60), 0, 0));
  return { row: { transfer: { ...bare, acts }, notBefore: at }, kiosks };
}

function approvedAt({ history, updatedAt }: MigrationRequest): Date {
  return new Date(history.find((entry) => entry.event === 'approved')?.at ?? updatedAt);
}

/** In what is in use afterwards, the last of them. */
function planted(kiosks: readonly SeedKiosk[], what: Planted): SeedKiosk[] {
  const inUse = kiosks.at(-1);
  if (inUse === undefined || what === 'nothing') return [...kiosks];
  const { balance, history } = inUse;
  const wallet = balance.wallet + (what === 'acknowledged-paisa' ? 1 : -1);
  const fewer = history.map((row, place) => (place === 0 ? { ...row, count: row.count - 1 } : row));
  const changed = {
    ...inUse,
    balance: { ...balance, wallet },
    history: what === 'paisa-and-service' ? fewer : history,
  };
  return [...kiosks.slice(0, -1), changed];
}

function actsOn(transfer: Transfer, rank: number, isOld: boolean): TransferAct[] {
  const acts: TransferAct['act'][] = [];
  if (rank === 1) {
    const lines = toAcknowledge(transfer, reconcile(transfer));
    acts.push({ kind: 'acknowledge', lines, reason: 'एक पैसे का पूर्णांकन अन्तर, एलएसपी ने पुष्टि की (नमूना)।' });
  }
  if (isOld) {
    acts.push(
      ...followUpsOf(transfer).map(({ kind }) => ({
        ...{ kind: 'follow-up-done' as const, followUp: kind, note: 'केन्द्र पर देखा गया (नमूना)।' },
      })),
    );
  }
  return acts.map((act, place) => actOf(transfer, act, place));
}

function actOf(transfer: Transfer, act: TransferAct['act'], place: number): TransferAct {
  const officer = demoOfficers.find((each) => each.districtId === transfer.districtId);
  if (officer === undefined) throw new Error(`No sample officer in ${transfer.districtId}`);
  const digits = transfer.requestId.replace(/\D/g, '').slice(-5);
  return {
    protocol: 1,
    // Letters in between: an id must not hold twelve digits in a row that could be an Aadhaar number.
    id: transferActId.parse(`01987fab-cdef-7abc-8def-abcdef${digits.padStart(5, '0')}${String(place)}`),
    requestId: transfer.requestId,
    districtId: transfer.districtId,
    act,
    officerId: officer.id,
    deviceId: deviceId.parse('device-namuna'),
    at: new Date(Date.parse(transfer.updatedAt) + (place + 2) * 60_000).toISOString(),
  };
}

function snapshotOf(kiosk: SeedKiosk, takenAt: string): KioskSnapshot {
  const { code, districtId, lspId, loginId, isActive, registeredOn, history, balance } = kiosk;
  const name = { hi: kiosk.nameHi, en: kiosk.nameEn };
  const centre = { name, districtId, registeredOn };
  return kioskSnapshot.parse({
    ...{ takenAt, kioskCode: code, isActive, centre, lspId, loginId, history },
    ...balance,
  });
}
