import { hash } from 'node:crypto';
import type { AuditEntry, AuditRow } from './audit-entry.ts';

/** What stands before the first row. */
export const auditStart = '0'.repeat(64);

/** SHA-256 over the hash of the row before and everything this row says, lower-case hex. */
export function auditHash(previous: string, sequence: number, entry: AuditEntry): string {
  const { at, actor, action, subject, detail } = entry;
  const text = JSON.stringify([previous, sequence, at, actor, action, subject, JSON.stringify(detail)]);
  return hash('sha256', text, 'hex');
}

/** The sequence of the first row that was changed, or before which one is missing; null when the chain is whole. */
export function firstBrokenRow(rows: readonly AuditRow[]): number | null {
  let previous = auditStart;
  let expected = 1;
  for (const row of rows) {
    const isWhole = row.sequence === expected && row.hash === auditHash(previous, row.sequence, row);
    if (!isWhole) return row.sequence;
    previous = row.hash;
    expected += 1;
  }
  return null;
}
