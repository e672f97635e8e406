import { z } from 'zod';

/**
 * A place on a page, in fractions of the upright page (0 left and top, 1 right and bottom), so that it holds at any
 * zoom and for any copy of the page. `page` counts from 0.
 */
export const pageBox = z.object({
  page: z.int().min(0).max(19),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type PageBox = z.infer<typeof pageBox>;
