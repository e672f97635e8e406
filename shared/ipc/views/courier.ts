import { z } from 'zod';
import { instant } from '../../domain/values.ts';

/** What a courier file would take along now, and when one was last written and read. */
export const courierState = z.object({
  decisions: z.int(),
  acts: z.int(),
  /** Recorded decisions that are not sealed: they stay here. */
  undoable: z.int(),
  /** Masked scans that the file asks the central office for. */
  scansMissing: z.int(),
  /** Nothing can be sealed before the central office has said where this device's chain stands; the file asks. */
  chainDoubt: z.boolean(),
  writtenAt: instant.nullable(),
  readAt: instant.nullable(),
});
export type CourierState = z.infer<typeof courierState>;

/** Null `savedAs`: the officer cancelled. */
export const courierWritten = z.object({
  savedAs: z.string().nullable(),
  sequence: z.int(),
  decisions: z.int(),
  acts: z.int(),
  bytes: z.int(),
});
export type CourierWritten = z.infer<typeof courierWritten>;

/** What a file from the central office brought. */
export const courierReading = z.object({
  fileName: z.string(),
  sequence: z.int(),
  madeAt: instant,
  /** This file, or a later one, was taken in before: it changed nothing, or little. */
  wasRead: z.boolean(),
  /** Whether decisions can be sealed: always could, can again by this file, or still cannot. */
  chain: z.enum(['sure', 'rejoined', 'in-doubt']),
  accepted: z.int(),
  conflicted: z.int(),
  refused: z.int(),
  /** Decisions that still wait for an answer. */
  unanswered: z.int(),
  actsAnswered: z.int(),
  /** Requests that were not on this PC's queue before. */
  newRequests: z.int(),
  changes: z.int(),
  scans: z.int(),
  /** Scans that were not taken: unmasked, not asked for, or other bytes than their name says. */
  scansRefused: z.int(),
  /** What did not fit into the file and comes with the next. */
  remaining: z.int(),
});
export type CourierReading = z.infer<typeof courierReading>;

/** How far the work on a file is. */
export const courierProgress = z.object({
  step: z.enum(['packing', 'writing', 'verifying', 'opening', 'answers', 'changes', 'scans']),
  done: z.int(),
  total: z.int().nullable(),
});
export type CourierProgress = z.infer<typeof courierProgress>;
