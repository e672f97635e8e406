import { localScan } from '../../shared/domain/documents/local-scan.ts';
import { requestFacts } from './tables/item-table.ts';
import { named } from './sql-database.ts';
import type { StoreParts } from './store-parts.ts';
import type { StoreMethods } from './store-methods.ts';
import type { Applied } from './store.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { UploadStore } from './upload-store.ts';

type Apply = (work: (unit: UnitOfWork) => void) => Applied;

/** The rules are told in `UploadStore`. */
export function uploadMethods(parts: StoreParts, apply: Apply): Pick<StoreMethods, keyof UploadStore> {
  const { uploads, attachments, audit } = parts;
  return {
    dueUploads: (now, limit) =>
      named(() =>
        uploads.due(now, limit).map(({ body, withdraws, faults }) => {
          const local = localScan.parse(JSON.parse(body));
          return { local, withdraws: withdraws === 1, faults, isMasked: isMasked(parts, local.scan.hash) };
        }),
      ),
    uploadAnnounced: (id) => {
      apply(() => uploads.announced(id));
    },
    uploadEnded: (id, end, at) => {
      apply(() => {
        uploads.ended(id, end);
        audit.append({ at, actor: null, action: 'scan-upload-ended', subject: id, detail: { end } });
      });
    },
    uploadFailed: (id, failure) => {
      apply(() => uploads.failed(id, failure));
    },
    uploadWanted: (id) => {
      apply(() => uploads.again(id));
    },
    uploadItems: (query) =>
      named(() =>
        uploads.items(query).map(({ body, row, withdraws, ...rest }) => {
          const { id, requestId, kind, scan } = localScan.parse(JSON.parse(body));
          const facts = requestFacts(row, requestId);
          return { id, requestId, kind, size: scan.size, withdraws: withdraws === 1, ...rest, ...facts };
        }),
      ),
    attachments: (requestId) => named(() => attachments.ofRequest(requestId)),
  };
}

/** It was masked when it was taken in; what was found out since counts too. */
function isMasked({ scans, readings }: StoreParts, hash: Parameters<StoreParts['scans']['get']>[0]): boolean {
  const residue = readings.get(hash)?.reading?.masking.residue ?? 0;
  return scans.get(hash)?.masked !== false && residue === 0;
}
