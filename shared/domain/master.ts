import { z } from 'zod';
import { districtId, lspId, officerId } from './ids.ts';
import { kioskCategory } from './request.ts';
import { bilingual, businessDate } from './values.ts';

/**
 * Master data: what the rules and the screen rest on. `asOf` is the day on which the server last held it to be true;
 * where an item has none, the day of the server's last answer speaks for it.
 */
const asOf = businessDate.optional();

export const lsp = z.object({ id: lspId, name: bilingual, asOf: businessDate });
export type Lsp = z.infer<typeof lsp>;

/** One LSP's figures in one district; null where the server does not know. */
export const lspFigures = z.object({
  lspId,
  districtId,
  workingKiosks: z.int().nonnegative().nullable(),
  coordinator: bilingual.nullable(),
  coordinatorKnown: z.boolean(),
  ruralRolloutComplete: z.boolean().nullable(),
  urbanRolloutComplete: z.boolean().nullable(),
  workStartedOn: businessDate.nullable(),
  asOf: businessDate,
});
export type LspFigures = z.infer<typeof lspFigures>;

/** A notified window in which requests may be made. */
export const migrationWindow = z.object({
  id: z.string().min(1).max(64),
  from: businessDate,
  to: businessDate,
  orderNo: z.string().max(80),
  orderDate: businessDate,
  asOf,
});
export type MigrationWindow = z.infer<typeof migrationWindow>;

/** The rules are data: which apply from when, by which order, with which parameters. */
export const ruleSet = z.object({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  orderNo: z.string().max(80),
  orderDate: businessDate,
  effectiveFrom: businessDate,
  minimumKiosks: z.int().nonnegative(),
  minimumMonths: z.int().nonnegative(),
  maximumMigrations: z.int().nonnegative(),
  /** Which categories may migrate (`category-c`); absent: C alone. */
  categories: z.array(kioskCategory).max(5).optional(),
  /** Fee in paise for the first, second, third … migration. */
  fees: z.array(z.int().nonnegative()).min(1).max(20),
  asOf,
});
export type RuleSet = z.infer<typeof ruleSet>;

/** Public holidays of one year: the state's, and the Collector's local ones of one district. */
export const holidayList = z.object({
  year: z.int().min(2000).max(2100),
  districtId: districtId.nullable(),
  days: z.array(z.object({ date: businessDate, name: bilingual })).max(100),
  asOf,
});
export type HolidayList = z.infer<typeof holidayList>;

export const officer = z.object({
  id: officerId,
  login: z.string().min(1).max(64),
  name: bilingual,
  title: bilingual,
  districtId,
});
export type Officer = z.infer<typeof officer>;

/** A coded reason; `outcomes` says with which decisions it may be given. */
export const reasonCode = z.object({
  code: z.string().regex(/^[A-Z]{1,3}\d{2}$/),
  text: bilingual,
  outcomes: z.array(z.enum(['reject', 'return', 'hold'])).min(1),
  asOf,
});
export type ReasonCode = z.infer<typeof reasonCode>;

export const district = z.object({ id: districtId, name: bilingual });
export type District = z.infer<typeof district>;

/**
 * A district of the state as the portal and the registers know it; codes that were never given are null, not guessed.
 * One that was abolished has `abolishedOn` and its successors: more than one where it was split.
 */
export const districtRecord = district.extend({
  lgdCode: z.int().positive().nullable(),
  censusCode: z.int().positive().nullable(),
  alsoWritten: z.array(z.string().max(80)).max(20),
  abolished: z.boolean(),
  successors: z.array(districtId).max(10),
  /** False where the successor is not certain: ask. */
  successorCertain: z.boolean(),
  asOf,
});
export type DistrictRecord = z.infer<typeof districtRecord>;

/** A helpline as it is told to operators and printed on slips. */
export const helpline = z.object({
  id: z.string().min(1).max(64),
  label: bilingual,
  number: z.string().trim().min(3).max(40),
  asOf,
});
export type Helpline = z.infer<typeof helpline>;

/** The post in whose name orders are signed; the process description's post is not found elsewhere, so it is data. */
export const signingTitle = z.object({ id: z.string().min(1).max(64), title: bilingual, asOf });
export type SigningTitle = z.infer<typeof signingTitle>;
