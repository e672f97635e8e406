import type { SqlDatabase } from './sql-database.ts';
import { actTable } from './tables/act-table.ts';
import { additionTable } from './tables/addition-table.ts';
import { attachmentTable } from './tables/attachment-table.ts';
import { archiveTable } from './tables/archive-table.ts';
import { auditTable } from './tables/audit-table.ts';
import { claimTable } from './tables/claim-table.ts';
import { conflictTable } from './tables/conflict-table.ts';
import { countTable } from './tables/count-table.ts';
import { decisionTable } from './tables/decision-table.ts';
import { draftTable } from './tables/draft-table.ts';
import { dueTable } from './tables/due-table.ts';
import { factTable } from './tables/fact-table.ts';
import { fingerprintTable } from './tables/fingerprint-table.ts';
import { itemTable } from './tables/item-table.ts';
import { knownRequestTable } from './tables/known-request-table.ts';
import { localScanTable } from './tables/local-scan-table.ts';
import { maskedCopyTable } from './tables/masked-copy-table.ts';
import { masterTable } from './tables/master-table.ts';
import { metaTable } from './tables/meta-table.ts';
import { noticeTable } from './tables/notice-table.ts';
import { outboxTable } from './tables/outbox-table.ts';
import { readingTable } from './tables/reading-table.ts';
import { registerTable } from './tables/register-table.ts';
import { requestTable } from './tables/request-table.ts';
import { rowTable } from './tables/row-table.ts';
import { scanTable } from './tables/scan-table.ts';
import { seenRequestTable } from './tables/seen-request-table.ts';
import { setAsideTable } from './tables/set-aside-table.ts';
import { trafficTable } from './tables/traffic-table.ts';
import { transferTable } from './tables/transfer-table.ts';
import { trustTable } from './tables/trust-table.ts';
import { uploadTable } from './tables/upload-table.ts';

/** Every table with its prepared statements, over one connection. */
export function storeParts(db: SqlDatabase) {
  return {
    meta: metaTable(db),
    requests: requestTable(db),
    known: knownRequestTable(db),
    rows: rowTable(db),
    master: masterTable(db),
    drafts: draftTable(db),
    decisions: decisionTable(db),
    claims: claimTable(db),
    conflicts: conflictTable(db),
    seenRequests: seenRequestTable(db),
    outbox: outboxTable(db),
    scans: scanTable(db),
    setAside: setAsideTable(db),
    audit: auditTable(db),
    counts: countTable(db),
    due: dueTable(db),
    archive: archiveTable(db),
    facts: factTable(db),
    transfers: transferTable(db),
    acts: actTable(db),
    additions: additionTable(db),
    notices: noticeTable(db),
    register: registerTable(db),
    readings: readingTable(db),
    maskedCopies: maskedCopyTable(db),
    localScans: localScanTable(db),
    fingerprints: fingerprintTable(db),
    trust: trustTable(db),
    items: itemTable(db),
    traffic: trafficTable(db),
    uploads: uploadTable(db),
    attachments: attachmentTable(db),
  };
}

export type StoreParts = ReturnType<typeof storeParts>;
