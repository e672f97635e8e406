import { z } from 'zod';
import { documentLimits } from '../domain/documents/document-fault.ts';
import { pageBox } from '../domain/documents/page-box.ts';
import { requestId } from '../domain/ids.ts';
import { documentKind } from '../domain/request.ts';
import {
  documentReview,
  intakeFault,
  intakeView,
  scanFolder,
  trustState,
  unmaskedPages,
} from './views/documents.ts';

const nothing = z.undefined();
const intakeId = z.object({ id: z.string().max(64) });
const slot = { requestId, documentId: z.string().min(1).max(64), kind: documentKind };
const reason = z.string().trim().min(1).max(500);

/** The calls about documents: a part of the contract with a file of its own. */
export const documentChannels = {
  'documents.review': { input: z.object({ requestId }), output: documentReview },
  /** Examines a document's scan again, before the others that wait. */
  'documents.examine': { input: z.object({ requestId, documentId: z.string().max(64) }), output: nothing },
  /** What is shown by its last characters only, whole: with a reason, and audited. */
  'documents.reveal': {
    input: z.object({ requestId, documentId: z.string().max(64), field: z.enum(['pan']), reason }),
    output: z.object({ value: z.string() }),
  },
  /** Takes back a scan that an officer of this desk took in; what the server sent stays. */
  'documents.remove': { input: z.object({ requestId, documentId: z.string().max(64) }), output: nothing },
  /** Asks for files; an empty list when the officer cancelled. */
  'intake.pick': { input: z.object(slot), output: z.array(intakeView) },
  'intake.drop': {
    input: z.object({
      ...slot,
      files: z
        .array(
          z.object({
            name: z.string().max(300),
            bytes: z.instanceof(Uint8Array),
            fault: intakeFault.nullable(),
          }),
        )
        .min(1)
        .max(documentLimits.intakes),
    }),
    output: z.array(intakeView),
  },
  /** A scan that came unmasked and in which no number was found: fetched into memory, for a box by hand. */
  'intake.fromServer': { input: z.object(slot), output: intakeView },
  'intake.list': { input: z.object({ requestId }), output: z.array(intakeView) },
  'intake.mask': {
    input: z.object({ ...intakeId.shape, boxes: z.array(pageBox).min(1).max(50) }),
    output: intakeView,
  },
  'intake.shareCode': {
    input: z.object({ ...intakeId.shape, code: z.string().max(32) }),
    output: intakeView,
  },
  /** The unmasked pages, from memory, once: with a reason, and audited. With the boxes drawn so far, which still count. */
  'intake.showOriginal': {
    input: z.object({ ...intakeId.shape, reason }),
    output: unmaskedPages,
  },
  /** Only what is masked is kept; refused while a box by hand is wanted or digits are left. */
  'intake.keep': { input: intakeId, output: nothing },
  /** Ends the work on it too. Nothing of it stays. */
  'intake.discard': { input: intakeId, output: nothing },
  'folder.state': { input: nothing, output: scanFolder },
  /** Asks for a folder; unchanged when the officer cancelled. */
  'folder.choose': { input: nothing, output: scanFolder },
  'folder.forget': { input: nothing, output: scanFolder },
  'folder.take': { input: z.object({ ...slot, fileId: z.string().max(64) }), output: intakeView },
  /** Deletes the unmasked original from the watched folder; audited. */
  'folder.deleteOriginal': { input: z.object({ fileId: z.string().max(64) }), output: scanFolder },
  'trust.state': { input: nothing, output: trustState },
  /** Asks for a signed update file. */
  'trust.update': { input: nothing, output: trustState },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
