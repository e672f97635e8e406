import { z } from 'zod';
import { districtId, lspId, requestId } from '../ids.ts';
import { bilingual, businessDate, instant, paise } from '../values.ts';
import { transferAct } from './transfer-act.ts';

/**
 * The steps of a transfer, in order. All but the first happen in one transaction of the central server: they are seen
 * together or not at all.
 */
export const transferStages = [
  'approved',
  'before-recorded',
  'records-moved',
  'ids-switched',
  'after-recorded',
  'completed',
] as const;
export const transferStage = z.enum(transferStages);
export type TransferStage = z.infer<typeof transferStage>;

/** One month of one service. */
export const serviceCount = z.object({
  service: z.string().min(1).max(80),
  month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  count: z.int().nonnegative(),
});

/**
 * What the server's own tables say of a kiosk at one moment, read on its own: the one before is never computed from
 * the one after, nor the other way round. Money in paise.
 */
export const kioskSnapshot = z.object({
  takenAt: instant,
  kioskCode: z.string().min(1).max(20),
  isActive: z.boolean(),
  centre: z.object({ name: bilingual, districtId, registeredOn: businessDate }),
  lspId,
  /** The operator's login, which goes along. */
  loginId: z.string().max(64),
  history: z.array(serviceCount).max(5000),
  wallet: paise,
  advance: paise,
  creditLimit: paise,
  dues: paise,
  tds: paise,
  security: paise,
});
export type KioskSnapshot = z.infer<typeof kioskSnapshot>;

export const transferFailure = z.enum([
  /** The new ID is in use by another kiosk. */
  'new-id-taken',
  /** The server has no record of the old ID: the documents are needed. */
  'record-missing',
  'old-id-inactive',
  'target-lsp-vanished',
  'current-lsp-differs',
  /** It was broken off and nothing was moved; the server tries again. */
  'interrupted',
]);
export type TransferFailure = z.infer<typeof transferFailure>;

/** The transfer of an approved request's records, as the server tells it. Its id is the request's. */
export const transfer = z.object({
  requestId,
  districtId,
  requestNo: z.string().min(1).max(40),
  oldKioskCode: z.string().min(1).max(20),
  /** Null where the kiosk keeps its code. */
  newKioskCode: z.string().min(1).max(20).nullable(),
  fromLspId: lspId,
  toLspId: lspId,
  state: z.enum(['waiting', 'completed', 'failed']),
  failure: transferFailure.nullable(),
  stages: z.array(z.object({ stage: transferStage, at: instant })).max(transferStages.length),
  before: kioskSnapshot.nullable(),
  /** Of the ID that is in use afterwards. */
  after: kioskSnapshot.nullable(),
  /** Of the old ID, where a new one took its place: inactive, and nothing left on it. */
  oldAfter: kioskSnapshot.nullable(),
  acts: z.array(transferAct).max(200),
  updatedAt: instant,
});
export type Transfer = z.infer<typeof transfer>;

/** What the reconciliation compares. */
export const reconciliationItem = z.enum([
  'kiosk-code',
  'centre-name',
  'centre-district',
  'registered-on',
  'lsp',
  'login',
  'new-id-active',
  'old-id-inactive',
  /** Balances or history that stayed behind on the old ID. */
  'old-id-empty',
  'service-total',
  'service',
  'wallet',
  'advance',
  'credit-limit',
  'dues',
  'tds',
  'security',
]);
export type ReconciliationItem = z.infer<typeof reconciliationItem>;

/**
 * One line of the reconciliation. `same`: intact. `expected`: changed as the transfer means it to (LSP, kiosk code).
 * `differs`: must be acknowledged with a reason.
 */
export const reconciliationLine = z.object({
  item: reconciliationItem,
  /** Of a `service` line. */
  service: z.string().max(80).nullable(),
  month: z.string().max(7).nullable(),
  unit: z.enum(['text', 'paise', 'count', 'date', 'lsp', 'yes-no']),
  before: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  after: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  /** After less before, in the line's unit; null where nothing is counted. */
  difference: z.number().nullable(),
  verdict: z.enum(['same', 'expected', 'differs']),
});
export type ReconciliationLine = z.infer<typeof reconciliationLine>;

/**
 * Names a line so that an acknowledgement can say which difference it means, with the amount it means. No two lines of
 * a reconciliation share a name: bars within a part are escaped, and what was left on an old ID tells its unit.
 */
export function lineKey(line: ReconciliationLine): string {
  const item = line.item === 'old-id-empty' ? `${line.item}:${line.unit}` : line.item;
  const parts = [item, line.service, line.month, line.before, line.after];
  return parts.map((part) => String(part ?? '').replace(/[\\|]/g, '\\$&')).join('|');
}
