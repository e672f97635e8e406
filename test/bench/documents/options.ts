import { damages, type Damage } from '../../support/corpus/damage.ts';

export const benchParts = ['codes', 'print', 'masking', 'request'] as const;
export type BenchPart = (typeof benchParts)[number];

export interface DocumentsBenchOptions {
  /** Papers of each kind under each damage. */
  count: number;
  seed: number;
  parts: readonly BenchPart[];
  damages: readonly Damage[];
}

/** What scanners and telephones do; the targets are set for these together. */
export const scanAndPhone: readonly Damage[] = ['scan', 'scan-poor', 'photocopy', 'phone', 'phone-poor'];

/** Without `none`, which nobody sends. */
export const benchDamages: readonly Damage[] = damages.filter((damage) => damage !== 'none');
