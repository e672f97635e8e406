import { config } from 'zod';

/**
 * Imported before anything that builds a schema: zod otherwise tries `new Function` once for each page, which the
 * content policy blocks and reports as a breach.
 */
config({ jitless: true });
