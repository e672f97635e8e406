import type { RequestId } from '../../../shared/domain/ids.ts';
import { betweenTokens } from '../../../shared/domain/search-tokens.ts';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';
import type { Feed } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Call, On } from '../bridge.ts';
import { mergeFeeds, type RowChange } from './merge.ts';
import { readModel, type ReadRow } from './read-model.ts';
import { ToldRows } from './told-rows.ts';

const pageSize = 500;

export interface FillProgress {
  loaded: number;
  total: number;
}

/**
 * Fills the read model and keeps it true. It listens before it asks for the first page, so that no change falls
 * between the two; rows and states carry revisions, so the order of arrival does not matter (`ToldRows`), and what was
 * removed while the pages came stays removed.
 * @returns ends the listening.
 */
export function startFeed(
  call: Call,
  on: On,
  listener: {
    progress: (progress: FillProgress) => void;
    failed: (error: DeskError) => void;
    masterChanged: () => void;
  },
): () => void {
  const removed = new Set<RequestId>();
  const writer = new BatchWriter((error) => {
    console.error('The read model could not be written', error);
    listener.failed({ kind: 'internal', reference: 'read-model' });
  });
  const stop = on('feed', (feed: Feed) => {
    for (const id of feed.removed) removed.add(id);
    for (const row of feed.rows) removed.delete(row.id);
    writer.add({ rows: feed.rows, states: feed.states ?? [], removed: feed.removed });
    if (feed.masterChanged) listener.masterChanged();
  });
  const state = { isStopped: false };
  void fill(call, writer, removed, listener.progress, state).then((result) => {
    if (!result.ok) listener.failed(result.error);
  });
  return () => {
    state.isStopped = true;
    stop();
  };
}

async function fill(
  call: Call,
  writer: BatchWriter,
  removed: ReadonlySet<RequestId>,
  progress: (progress: FillProgress) => void,
  state: { readonly isStopped: boolean },
): Promise<Result<undefined, DeskError>> {
  let after: RequestId | null = null;
  let loaded = 0;
  do {
    const page: Awaited<ReturnType<typeof call<'queue.page'>>> = await call('queue.page', {
      after,
      limit: pageSize,
    });
    if (!page.ok) return page;
    if (state.isStopped) return ok(undefined);
    const rows = page.value.rows.filter((row) => !removed.has(row.id));
    writer.add({ rows, states: [], removed: [] });
    await writer.settled();
    loaded += page.value.rows.length;
    progress({ loaded, total: Math.max(page.value.total, loaded) });
    after = page.value.next;
  } while (after !== null);
  return ok(undefined);
}

/**
 * Writes in the order of arrival and joins what arrives while a write runs: Dexie runs every overlapping live query
 * once per write, so a burst of single rows would cost as many queries as rows.
 */
class BatchWriter {
  #waiting: RowChange[] = [];
  readonly #told = new ToldRows<ReadRow>();
  #running: Promise<void> | null = null;
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  add(change: RowChange): void {
    this.#waiting.push(change);
    this.#running ??= this.#drain();
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = mergeFeeds(this.#waiting);
        this.#waiting = [];
        await write(batch, this.#told);
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#running = null;
    }
  }
}

async function write(change: RowChange, told: ToldRows<ReadRow>): Promise<void> {
  await readModel.transaction('rw', readModel.requests, async () => {
    const asked = [...change.rows, ...change.states].map(({ id }) => id);
    const known = new Map(
      (await readModel.requests.bulkGet(asked)).flatMap((row) => (row ? [[row.id, row]] : [])),
    );
    const newer = told.take({ ...change, rows: change.rows.map(indexed) }, known);
    if (newer.length > 0) await readModel.requests.bulkPut(newer);
    if (change.removed.length > 0) await readModel.requests.bulkDelete(change.removed);
  });
}

function indexed(row: SlimRow): ReadRow {
  return { ...row, tokens: row.tokens.split(betweenTokens) };
}

/** Empties it before anything else: what the last officer saw is not shown to the next. */
export async function deleteReadModel(): Promise<void> {
  await readModel.delete({ disableAutoOpen: false });
}
