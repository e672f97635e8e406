import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';

export interface AuditEntry {
  at: Instant;
  actor: OfficerId | null;
  action: string;
  subject: string | null;
  /** Never personal data, never a remark's text. */
  detail: Record<string, string | number | boolean | null>;
}

export interface AuditRow extends AuditEntry {
  sequence: number;
  /** SHA-256 over the row before and this row: a removed or changed row breaks the chain. */
  hash: string;
}
