import { z } from 'zod';
import { normalKioskCode } from '../../shared/domain/kiosk-code.ts';
import { kioskCategory } from '../../shared/domain/request.ts';
import { businessDate } from '../../shared/domain/values.ts';
import { findDistrict } from './find-district.ts';
import { lspKey } from './lsp-key.ts';

/** Any field may be null or absent: nobody told it. */
function told<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

const date = z
  .string()
  .refine((text) => businessDate.safeParse(text).success, 'no date (yyyy-mm-dd, 2000 to 2100)');

/** Rupees to paise; a price has two decimals at most. */
const rupees = z
  .number()
  .nonnegative('a fee cannot be negative')
  .max(10_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, 'more than two decimals')
  .transform((amount) => Math.round(amount * 100));

const text = z.string().max(2000);

/** One text in either script, or one in each. */
const name = z.union(
  [
    z.string().max(500).transform(inItsScript),
    z
      .object({ hi: told(z.string().max(500)), en: told(z.string().max(500)) })
      .transform(({ hi, en }) => ({ hi: hi ?? '', en: en ?? '' })),
  ],
  'not a name: a text, or {"hi","en"}',
);

function inItsScript(written: string): { hi: string; en: string } {
  const isHindi = /\p{Script=Devanagari}/u.test(written);
  return isHindi ? { hi: written, en: '' } : { hi: '', en: written };
}

const category = z
  .string()
  .transform((written) => written.trim().toUpperCase())
  .pipe(z.enum(kioskCategory.options, 'no category (A+, A, B+, B, C)'));

const count = z.int('not a whole number').nonnegative('cannot be negative').max(1_000_000);

/** A name, or an id, which may be a number. */
const lspName = z.union([z.string().max(200), z.number()], 'not a text').transform(lspKey);

const request = z.object({
  kioskCode: told(z.string().refine((code) => normalKioskCode(code) !== null, 'no kiosk code')),
  category: told(category),
  categoryToday: told(category),
  district: told(
    z
      .union([z.string(), z.int()], 'not a text')
      .refine((typed) => findDistrict(String(typed)).kind !== 'unknown', 'no district of the state'),
  ),
  currentLsp: told(lspName),
  targetLsp: told(lspName),
  applicationDate: told(date),
  applicant: told(name),
  registeredOperator: told(name),
  reason: told(text),
  migrationsBefore: told(count),
  feePaid: told(rupees),
  purpose: told(z.string().max(200)),
});

/** True where a coordinator is appointed whose name is not given. */
const coordinator = z.union([z.boolean(), name], 'not a name, true or false');

const lsp = z.object({
  workingKiosks: told(count),
  coordinator: told(coordinator),
  ruralRolloutComplete: told(z.boolean()),
  urbanRolloutComplete: told(z.boolean()),
  workStartedOn: told(date),
  asOf: told(date),
});

const window = z
  .object({ from: told(date), to: told(date), orderNo: told(text), orderDate: told(date), asOf: told(date) })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    message: 'the window ends before it begins',
    path: ['to'],
  });

const ruleSet = z.object({
  orderNo: told(text),
  orderDate: told(date),
  effectiveFrom: date,
  minimumKiosks: count,
  minimumMonths: count,
  maximumMigrations: count,
  categories: told(z.array(category).max(5)),
  fees: z.array(rupees).min(1).max(20),
  asOf: told(date),
});

const days = z.int().nonnegative().max(100_000);

/** Of a request that is null or absent nothing is told; a document without a single known part is another one. */
const toldRequest = request.nullish().transform((given) => given ?? request.parse({}));
const parts = ['request', 'lsp', 'windows'];
const ours = z.looseObject({}).refine((document) => parts.some((part) => part in document), {
  message: 'not given, nor "lsp" nor "windows"',
  path: ['request'],
});

const document = z.object({
  request: toldRequest,
  lsp: told(lsp),
  windows: told(z.array(window).max(1000)),
  ruleSets: told(z.array(ruleSet).max(1000)),
  today: told(date),
  staleAfterDays: told(
    z.union(
      [days, z.object({ figures: told(days), windows: told(days), ruleSets: told(days) })],
      'not a number of days, nor {"figures","windows","ruleSets"}',
    ),
  ),
});

/** What `evaluate` reads; fields that it does not know are passed over. */
export const evaluateInput = ours.pipe(document);
export type EvaluateInput = z.infer<typeof evaluateInput>;

/** `request.feePaid: a fee cannot be negative`, for the first thing that is wrong. */
export function firstFault(error: z.ZodError): { path: string; message: string } {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return { path: path.join('').replace(/^\./, '') || 'input', message: issue?.message ?? 'not as expected' };
}
