import { z } from 'zod';
import { officerId, requestId } from '../ids.ts';
import { documentKind, scan } from '../request.ts';
import { instant } from '../values.ts';

export const localScanId = z.uuid().brand('LocalScanId');
export type LocalScanId = z.infer<typeof localScanId>;

/** A scan whose number is burned out, as it lies in the vault. Named by the hash of the masked bytes. */
export const keptScan = scan.omit({ masked: true });
export type KeptScan = z.infer<typeof keptScan>;

/** A scan that an officer took in on this PC for a document of a request. Only its masked copy is kept. */
export const localScan = z.object({
  id: localScanId,
  requestId,
  /** Of the checklist: a document of the request, or `item:<kind>`. */
  documentId: z.string().min(1).max(64),
  kind: documentKind,
  scan: keptScan,
  source: z.enum(['picker', 'drop', 'folder']),
  by: officerId,
  at: instant,
});
export type LocalScan = z.infer<typeof localScan>;
