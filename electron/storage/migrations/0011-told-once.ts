import type { Migration } from './migrate.ts';

/**
 * What the archive shows of a request is made of the request, so that its changes are written once; the words of a row
 * are one text, which costs a tenth of a list to write and to hand from thread to thread.
 */
export const toldOnce: Migration = {
  version: 11,
  sql: `
    ALTER TABLE archive DROP COLUMN hit;
    UPDATE rows SET row = json_set(row, '$.tokens',
      (SELECT coalesce(group_concat(value, ' '), '') FROM json_each(row, '$.tokens')));
  `,
};
