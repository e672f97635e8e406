import { Dexie } from 'dexie';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { tokensFor } from '../../../shared/domain/search-tokens.ts';
import type { Pile } from '../../../shared/domain/slim-row.ts';
import { readModel, type ReadRow } from '../../app/read-model/read-model.ts';
import { intersectInOrder } from './intersect.ts';
import type { IndexRange, QueueQuery } from './queue-query.ts';

/**
 * The ids of the rows that a query finds, in the order of the list. Keys only: reading 10,000 rows costs 80 ms and more,
 * their keys a few. The visible rows are fetched by id.
 */
export async function queueKeys(query: QueueQuery): Promise<RequestId[]> {
  const [first, ...rest] = query.ranges;
  const [ordered, ...sets] = await Promise.all([
    rangeKeys(first),
    ...rest.map(async (range) => new Set(await rangeKeys(range))),
    ...query.words.map(async (word) => new Set(await wordKeys(word))),
  ]);
  const keys = sets.length === 0 ? ordered : intersectInOrder(ordered, sets);
  return query.isNewestFirst ? keys.reverse() : keys;
}

function rangeKeys({ index, prefix, from, to }: IndexRange): Promise<RequestId[]> {
  return readModel.requests
    .where(index)
    .between([...prefix, from ?? Dexie.minKey], [...prefix, to ?? Dexie.maxKey], true, true)
    .primaryKeys();
}

/** By the word or by its sound, so that a Hindi name is found by Roman letters and the other way round. */
async function wordKeys(word: string): Promise<RequestId[]> {
  const found = tokensFor(word).map((token) =>
    readModel.requests.where('tokens').startsWith(token).primaryKeys(),
  );
  return (await Promise.all(found)).flat();
}

/** How many requests lie in a pile. */
export function pileCount(pile: Pile): Promise<number> {
  return readModel.requests
    .where('[pile+dueOn]')
    .between([pile, Dexie.minKey], [pile, Dexie.maxKey], true, true)
    .count();
}

/** The rows of a window, in the order of the ids; one that left meanwhile is missing. */
export async function rowsOf(ids: readonly RequestId[]): Promise<ReadRow[]> {
  const rows: (ReadRow | undefined)[] = await readModel.requests.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}
