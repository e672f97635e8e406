import { z } from 'zod';

/**
 * Whether a scan can be looked at now. One that came unmasked is masked in memory before it is kept: `unmasked` until
 * then, `wants-hand` where no number was found and an officer must draw the box.
 */
export const scanState = z.enum(['none', 'ready', 'waiting', 'failed', 'unmasked', 'wants-hand']);
export type ScanState = z.infer<typeof scanState>;
