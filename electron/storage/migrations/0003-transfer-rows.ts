import type { Migration } from './migrate.ts';

/**
 * The list's row of each transfer, made when the transfer or an act about it is kept: to compare all snapshots for
 * each look at the list takes seconds. Null is a row that is still to be made; a later version that makes rows
 * otherwise sets them to null again.
 */
export const transferRows: Migration = {
  version: 3,
  sql: 'ALTER TABLE transfers ADD COLUMN list_row TEXT;',
};
