import type { KioskCategory, MigrationRequest } from '../request.ts';
import type { LspFigures } from '../master.ts';
import type { Bilingual, IsoDate, Paise } from '../values.ts';

/**
 * The facts of a request that the rules look at; a `MigrationRequest` is one. Null is a fact that nobody told: it makes
 * what rests on it unknown. Two nulls are facts in themselves: no `fee` means that no payment is recorded, and no
 * `reason` that none was written, as the request is the only place where it could be.
 */
export interface RuleSubject {
  /** As the portal names it; any other wording is kept as it came. */
  purpose: MigrationRequest['purpose'] | (string & {}) | null;
  category: KioskCategory | null;
  categoryToday: KioskCategory | null;
  applicationDate: IsoDate | null;
  migrationsBefore: number | null;
  /** `amount` null: not told. */
  fee: { amount: Paise | null; reference: string; paidOn: IsoDate | null } | null;
  applicant: { name: Bilingual };
  registeredOperator: { name: Bilingual };
  reason: string | null;
  currentLspId: string | null;
  targetLspId: string | null;
}

/** The target LSP's figures in the request's district; `asOf` null is treated as current. */
export type RuleFigures = Omit<LspFigures, 'lspId' | 'districtId' | 'asOf'> & { asOf: IsoDate | null };

/** A notified window as far as it is told; without both dates it holds no day. A `MigrationWindow` is one. */
export interface RuleWindow {
  from: IsoDate | null;
  to: IsoDate | null;
  orderNo: string | null;
  orderDate: IsoDate | null;
  asOf?: IsoDate | null | undefined;
}
