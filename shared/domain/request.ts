import { z } from 'zod';
import { blobHash, districtId, lspId, requestId } from './ids.ts';
import { bilingual, instant, businessDate, paise } from './values.ts';

/** Category of a kiosk by its monthly transactions; only C may migrate (rule `category-c`). */
export const kioskCategory = z.enum(['A+', 'A', 'B+', 'B', 'C']);
export type KioskCategory = z.infer<typeof kioskCategory>;

export const requestStatus = z.enum([
  'pending',
  'returned',
  'on-hold',
  'approved',
  'rejected',
  'transferred',
  'withdrawn',
]);
export type RequestStatus = z.infer<typeof requestStatus>;

/** While one of these, the request is still before the office. */
export const openStatuses: readonly RequestStatus[] = ['pending', 'returned', 'on-hold'];

export const purpose = z.enum(['REGISTRATION', 'MIGRATION', 'RELOCATION', 'CLOSURE/WITHDRAWAL']);

export const documentKind = z.enum([
  'aadhaar',
  'pan',
  'old-id',
  'new-id',
  'application',
  'permission',
  'coordinator-consent',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** A scan's place in the blob store. Unmasked scans are never kept on disk (see `docs/decisions`). */
export const scan = z.object({
  hash: blobHash,
  size: z
    .int()
    .positive()
    .max(25 * 1024 * 1024),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  pages: z.int().positive().max(20),
  masked: z.boolean(),
});
export type Scan = z.infer<typeof scan>;

/** Documents are normally not needed: only where the server has lost the kiosk's record (domain, S16). */
export const requestDocument = z.object({
  id: z.string().min(1).max(64),
  kind: documentKind,
  need: z.enum(['not-needed', 'needed']),
  scan: scan.nullable(),
});
export type RequestDocument = z.infer<typeof requestDocument>;

export const person = z.object({
  name: bilingual,
  mobileLast4: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
});

export const feePayment = z.object({
  amount: paise.nonnegative(),
  reference: z.string().max(80),
  paidOn: businessDate,
});

/** What the central server's record of the kiosk says; the figures that must be intact after a transfer. */
export const kioskRecord = z.object({
  registeredOn: businessDate,
  serviceCount: z.int().nonnegative(),
  wallet: paise,
  advance: paise,
  creditLimit: paise,
  dues: paise,
  tds: paise,
  security: paise,
});
export type KioskRecord = z.infer<typeof kioskRecord>;

/** The clock stands still from `from` until `to` (null: still paused) while others hold the file. */
export const clockPause = z.object({
  from: businessDate,
  to: businessDate.nullable(),
  why: z.enum(['returned', 'on-hold']),
});
export type ClockPause = z.infer<typeof clockPause>;

export const historyEntry = z.object({
  at: instant,
  event: z.enum([
    'received',
    'returned',
    'resubmitted',
    'held',
    'approved',
    'rejected',
    'transferred',
    'withdrawn',
  ]),
  by: bilingual,
  note: z.string().max(2000),
});

/** A migration request as the central server describes it, on the wire and in the vault. */
export const migrationRequest = z.object({
  id: requestId,
  version: z.int().positive(),
  requestNo: z.string().min(1).max(40),
  districtId,
  purpose,
  status: requestStatus,
  kioskCode: z.string().regex(/^(K\d{8,9}|D\d{2}K\d{4})$/),
  newKioskCode: z.string().max(20).nullable(),
  centreName: bilingual,
  applicant: person,
  registeredOperator: person,
  area: z.enum(['rural', 'urban']),
  block: bilingual,
  category: kioskCategory,
  categoryToday: kioskCategory,
  currentLspId: lspId,
  targetLspId: lspId,
  reason: z.string().max(2000).nullable(),
  applicationDate: businessDate,
  receivedOn: businessDate,
  migrationsBefore: z.int().nonnegative(),
  fee: feePayment.nullable(),
  record: kioskRecord.nullable(),
  documents: z.array(requestDocument).max(40),
  pauses: z.array(clockPause).max(100),
  history: z.array(historyEntry).max(200),
  updatedAt: instant,
});
export type MigrationRequest = z.infer<typeof migrationRequest>;
