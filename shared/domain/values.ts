import { z } from 'zod';

/** A calendar date in India, `yyyy-mm-dd`; never a moment. */
export const isoDate = z.iso.date();
export type IsoDate = z.infer<typeof isoDate>;

/**
 * A date as it comes from the server. Outside 2000 to 2100 it is a mistake or an attack: days are counted one by one,
 * and a pause until the year 9990 would hold up whoever counts.
 */
export const businessDate = isoDate.regex(/^(?:20\d\d|2100)-/);

/** A moment, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime();
export type Instant = z.infer<typeof instant>;

/** Money in paise: an integer, so that nothing is rounded. */
export const paise = z.int();
export type Paise = z.infer<typeof paise>;

/** Text in both languages of the desk. */
export const bilingual = z.object({ hi: z.string().max(500), en: z.string().max(500) });
export type Bilingual = z.infer<typeof bilingual>;

export const language = z.enum(['hi', 'en']);
export type Language = z.infer<typeof language>;
