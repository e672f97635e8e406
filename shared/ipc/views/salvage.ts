import { z } from 'zod';

/** What officers made on this PC, and what a salvage looks for in a damaged vault. The rest comes from the server. */
export const salvagedKinds = [
  'decisions',
  'drafts',
  'acts',
  'scans',
  'additions',
  'settings',
  'audit',
] as const;
export type SalvagedKind = (typeof salvagedKinds)[number];

/** What a salvage found in a damaged vault, and what it did not. */
export const salvageReport = z.object({
  /** Rows that were read, proved and put into the new vault. */
  kept: z.record(z.enum(salvagedKinds), z.int().nonnegative()),
  /** Of the decisions: how many have no answer from the server yet, as far as could be read. */
  unanswered: z.int().nonnegative(),
  /** Read, and not what their signature or schema says: left out. */
  rejected: z.int().nonnegative(),
  /** Of these something may be missing: a part of their tables could not be read. */
  incomplete: z.array(z.enum(salvagedKinds)),
  /** The folder inside the vault's in which the damaged files lie. */
  setAside: z.string(),
});
export type SalvageReport = z.infer<typeof salvageReport>;
