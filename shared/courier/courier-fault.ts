import { z } from 'zod';

/** Why a courier file is not taken, or not written: each has a sentence and an advice in the locale files. */
export const bundleFault = z.enum([
  /** Its beginning is not that of a courier file. */
  'not-a-bundle',
  /** Shorter than its header says: the copying was broken off. */
  'half-copied',
  /** Its checksum does not hold, or what it holds cannot be read. */
  'damaged',
  /** Made by a newer version of the app. */
  'newer-format',
  /** A file of the other direction: the desk's own one, for the central office. */
  'wrong-direction',
  /** For another district. */
  'wrong-office',
  /** For another PC of this district. */
  'wrong-desk',
  /** From or for another central server. */
  'wrong-server',
  /** Whole, and not signed by whom it says. */
  'not-genuine',
  'too-large',
  /** It begins later than this desk has got: one before it is missing. */
  'gap',
]);
export type BundleFault = z.infer<typeof bundleFault>;

export const courierFault = z.enum([
  ...bundleFault.options,
  /** The stick was pulled out, or its folder is gone. */
  'stick-removed',
  'stick-full',
  'stick-read-only',
  /** What was read back from the stick differs from what was written. */
  'not-kept',
  'cannot-read',
  /** One file is being written or read already. */
  'busy',
]);
export type CourierFault = z.infer<typeof courierFault>;
