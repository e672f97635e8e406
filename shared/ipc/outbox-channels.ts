import { z } from 'zod';
import { blobHash, decisionId } from '../domain/ids.ts';
import { localScanId } from '../domain/documents/local-scan.ts';
import { transferActId } from '../domain/transfer/transfer-act.ts';
import {
  itemState,
  itemTotals,
  listedAct,
  listedDecision,
  listedScan,
  listedUpload,
  receiptProof,
} from './views/outbox.ts';

const nothing = z.undefined();
/** The newest (of scans: the first due) that stand so; null: however they stand. */
const page = z.object({ state: itemState.nullable(), limit: z.int().min(1).max(2000) });

/** The calls about what is to leave and to come, item by item: a part of the contract with a file of its own. */
export const outboxChannels = {
  'outbox.totals': { input: nothing, output: itemTotals },
  'outbox.decisions': { input: page, output: z.array(listedDecision) },
  'outbox.acts': { input: page, output: z.array(listedAct) },
  'outbox.scans': { input: page, output: z.array(listedScan) },
  'outbox.uploads': { input: page, output: z.array(listedUpload) },
  /** Not found where there is no receipt. */
  'outbox.receipt': { input: z.object({ decisionId }), output: receiptProof },
  /** By hand: this one is tried at once, as if it had never failed. What comes of it is told by the status. */
  'outbox.retry': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('decision'), id: decisionId }),
      z.object({ kind: z.literal('act'), id: transferActId }),
      z.object({ kind: z.literal('scan'), id: blobHash }),
      z.object({ kind: z.literal('upload'), id: localScanId }),
    ]),
    output: nothing,
  },
  /** By hand: whatever waits or is parked is tried at once. */
  'outbox.retryAll': { input: nothing, output: nothing },
} as const;
