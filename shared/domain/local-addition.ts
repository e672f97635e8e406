import { z } from 'zod';
import { officerId } from './ids.ts';
import { bilingual, businessDate, instant } from './values.ts';

export const localAdditionId = z.uuid().brand('LocalAdditionId');
export type LocalAdditionId = z.infer<typeof localAdditionId>;

/** The largest picture that the logo slot takes, in bytes. */
export const logoBytes = 200_000;

/**
 * What an office adds to the master data by itself. A `holiday` closes the offices of the district on a day (the
 * Collector's two local holidays, a festival that the moon moved); `working-day` opens one that the list has closed.
 */
export const localEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('holiday'), date: businessDate, name: bilingual }),
  z.object({ kind: z.literal('working-day'), date: businessDate, name: bilingual }),
  z.object({ kind: z.literal('helpline'), label: bilingual, number: z.string().trim().min(3).max(40) }),
  /** One of each stands; a later one takes the place of the former. */
  z.object({ kind: z.literal('letterhead'), lines: z.array(bilingual).min(1).max(6) }),
  z.object({ kind: z.literal('signing-title'), title: bilingual }),
  /** A slot: no emblem is shipped, an office with permission puts its own here. Content of the file in base64. */
  z.object({
    kind: z.literal('logo'),
    mime: z.enum(['image/png', 'image/jpeg']),
    base64: z.base64().max(Math.ceil(logoBytes / 3) * 4),
  }),
]);
export type LocalEntry = z.infer<typeof localEntry>;
export type LocalKind = LocalEntry['kind'];

/** An addition with who made it and when. */
export const localAddition = z.object({
  id: localAdditionId,
  entry: localEntry,
  by: officerId,
  byName: bilingual,
  at: instant,
});
export type LocalAddition = z.infer<typeof localAddition>;
