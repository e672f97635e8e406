import type { SqlDatabase } from './sql-database.ts';
import { auditTable } from './tables/audit-table.ts';
import { countTable } from './tables/count-table.ts';
import { decisionTable } from './tables/decision-table.ts';
import { draftTable } from './tables/draft-table.ts';
import { masterTable } from './tables/master-table.ts';
import { metaTable } from './tables/meta-table.ts';
import { outboxTable } from './tables/outbox-table.ts';
import { requestTable } from './tables/request-table.ts';
import { rowTable } from './tables/row-table.ts';
import { scanTable } from './tables/scan-table.ts';
import { setAsideTable } from './tables/set-aside-table.ts';

/** Every table with its prepared statements, over one connection. */
export function storeParts(db: SqlDatabase) {
  return {
    meta: metaTable(db),
    requests: requestTable(db),
    rows: rowTable(db),
    master: masterTable(db),
    drafts: draftTable(db),
    decisions: decisionTable(db),
    outbox: outboxTable(db),
    scans: scanTable(db),
    setAside: setAsideTable(db),
    audit: auditTable(db),
    counts: countTable(db),
  };
}

export type StoreParts = ReturnType<typeof storeParts>;
