import { z } from 'zod';
import { documentFault, documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import { documentReading } from '../../../shared/domain/documents/document-reading.ts';
import { pageBox } from '../../../shared/domain/documents/page-box.ts';

/** Bytes pass as they are, by structured clone: never as JSON. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const examineJob = z.object({
  kind: z.literal('examine'),
  bytes,
  fileName: z.string().max(1000).nullable(),
  shareCode: z.string().max(100).nullable(),
  /** A certificate of 64 KiB, the largest that is read, is a third longer as PEM. */
  trust: z.array(z.string().max(100_000)).max(100),
  handBoxes: z.array(pageBox).max(200),
  isAadhaarSlot: z.boolean(),
  masked: z.enum(['jpeg', 'png']).nullable(),
  wantOriginal: z.boolean(),
});

/** What the process for documents can be asked. */
export const job = z.discriminatedUnion('kind', [examineJob]);
export type Job = z.infer<typeof job>;

export const jobAnswer = z.object({
  reading: documentReading,
  maskedPages: z.array(bytes).max(documentLimits.pages),
  originalPages: z.array(bytes).max(documentLimits.pages),
});
export type JobAnswer = z.infer<typeof jobAnswer>;

export const jobProgress = z.object({
  step: z.enum(['opening', 'reading', 'masking']),
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
});
export type JobProgress = z.infer<typeof jobProgress>;

/** From the main process. One job at a time; `cancel` asks the running one to end by itself. */
export const toProcess = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), id: z.int(), job }),
  z.object({ type: z.literal('cancel'), id: z.int() }),
]);
export type ToProcess = z.infer<typeof toProcess>;

/** From a process that reads hostile files: the main process believes none of it unseen. */
export const fromProcess = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id: z.int(), progress: jobProgress }),
  z.object({ type: z.literal('answer'), id: z.int(), answer: jobAnswer }),
  z.object({ type: z.literal('fault'), id: z.int(), fault: documentFault }),
]);
export type FromProcess = z.infer<typeof fromProcess>;
