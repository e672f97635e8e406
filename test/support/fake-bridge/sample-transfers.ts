import type { LspId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import {
  transferStages,
  type KioskSnapshot,
  type Transfer,
  type TransferFailure,
} from '../../../shared/domain/transfer/transfer.ts';
import { districtId } from '../../../shared/domain/ids.ts';

type Kind = 'differences' | 'clean' | 'new-id' | 'waiting' | TransferFailure;

/** One after the other, so that the list shows every state and every failure. */
const kinds: Kind[] = [
  'differences',
  'clean',
  'waiting',
  'record-missing',
  'new-id',
  'interrupted',
  'new-id-taken',
  'old-id-inactive',
  'target-lsp-vanished',
  'current-lsp-differs',
];
const services = [
  'जाति प्रमाण पत्र / Caste certificate',
  'मूल निवास प्रमाण पत्र / Bonafide certificate',
  'बिजली बिल / Electricity bill',
  'पानी बिल / Water bill',
  'जन आधार / Jan Aadhaar',
];
const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

/** Number `index` of the transfers; the same each time. */
export function sampleTransfer(request: MigrationRequest, index: number, now: number): Transfer {
  const kind = kinds[index % kinds.length] ?? 'clean';
  const at = (minutes: number) => instantOf(now - 86_400_000 * (index % 5) - minutes * 60_000);
  const isDone = kind === 'differences' || kind === 'clean' || kind === 'new-id';
  const newKioskCode =
    kind === 'new-id' || kind === 'new-id-taken' ? `K1199${request.kioskCode.slice(-5)}` : null;
  const before = snapshot(request, request.kioskCode, request.currentLspId, at(31));
  const after = snapshot(request, newKioskCode ?? request.kioskCode, request.targetLspId, at(30));
  return {
    requestId: request.id,
    districtId: districtId.parse(request.districtId),
    requestNo: request.requestNo,
    oldKioskCode: request.kioskCode,
    newKioskCode,
    fromLspId: request.currentLspId,
    toLspId: request.targetLspId,
    state: isDone ? 'completed' : kind === 'waiting' ? 'waiting' : 'failed',
    failure: isDone || kind === 'waiting' ? null : kind,
    stages: transferStages
      .slice(0, isDone ? transferStages.length : 1)
      .map((stage, step) => ({ stage, at: at(step === 0 ? 240 : 30) })),
    before: isDone ? before : null,
    after: isDone ? (kind === 'differences' ? withFaults(after) : after) : null,
    oldAfter: isDone && newKioskCode !== null ? emptied(before) : null,
    acts: [],
    updatedAt: at(30),
  };
}

function snapshot(
  request: MigrationRequest,
  kioskCode: string,
  lspId: LspId,
  takenAt: string,
): KioskSnapshot {
  const history = services.flatMap((service, row) =>
    months.map((month, column) => ({ service, month, count: 40 + ((row * 31 + column * 17) % 90) })),
  );
  return {
    takenAt,
    kioskCode,
    isActive: true,
    centre: { name: request.centreName, districtId: request.districtId, registeredOn: '2021-06-14' },
    lspId,
    loginId: 'NAMUNA.SANCHALAK',
    history,
    wallet: 1_23_456_50,
    advance: 0,
    creditLimit: 50_000_00,
    dues: 4_500_75,
    tds: 2_310_25,
    security: 10_000_00,
  };
}

/** One paisa and one service less than before. */
function withFaults(after: KioskSnapshot): KioskSnapshot {
  return {
    ...after,
    wallet: after.wallet - 1,
    history: after.history.map((entry, index) =>
      index === 7 ? { ...entry, count: entry.count - 1 } : entry,
    ),
  };
}

function emptied(before: KioskSnapshot): KioskSnapshot {
  const nothing = { wallet: 0, advance: 0, creditLimit: 0, dues: 0, tds: 0, security: 0 };
  return { ...before, ...nothing, isActive: false, loginId: '', history: [] };
}
