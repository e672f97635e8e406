import { z } from 'zod';

/** Why a file cannot be taken in. Each has a sentence and an advice in both languages. */
export const documentFault = z.enum([
  'empty',
  /** The system does not give it: no permission, a drive that was pulled out. */
  'unreadable',
  'too-large',
  'too-many-pixels',
  'too-many-pages',
  'not-a-document',
  'content-differs-from-name',
  'damaged',
  'locked',
  'wrong-share-code',
  'share-code-needed',
  'too-slow',
  'process-died',
  /** More files than can wait were given at once; nothing was done with this one. */
  'busy',
  'cancelled',
]);
export type DocumentFault = z.infer<typeof documentFault>;

/** The largest things that are taken in; anything above is refused before it is decoded. */
export const documentLimits = {
  fileBytes: 25 * 1024 * 1024,
  pagePixels: 40_000_000,
  pages: 20,
  jobMilliseconds: 30_000,
  /** Files on an officer's table that are not kept yet. */
  intakes: 20,
} as const;
