import { instantOf } from '../../shared/domain/india-date.ts';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import type { Applied, Store } from '../storage/store.ts';
import type { PullRun } from './pull-run.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface ChunkWriterParts {
  store: Pick<Store, 'applyChanges'>;
  time: Pick<TrustedTime, 'today'>;
  now: () => number;
  /** After each commit. */
  applied: (applied: Applied) => void;
  /** The last lines are on their way to the store: what it is asked now goes in the same message, and is answered next. */
  ending?: () => void;
  progress: (run: PullRun) => void;
}

/** As many lines as one transaction takes: each commit costs a flush to the disk, each power cut loses one chunk. */
const chunkItems = 500;
/** Where lines come faster than they are written, more of them go together; an officer's own work waits for no longer. */
const mostItems = 2000;
const mostBytes = 4 * 1024 * 1024;

/**
 * What came and is not written yet. The cursor moves with the data, in the same transaction, and only over whole lines.
 * One chunk is written while the next one is read, and no more wait in memory.
 */
export function chunkWriter(parts: ChunkWriterParts, run: PullRun, from: string | null) {
  let pending: ChangeLine[] = [];
  let pendingBytes = 0;
  let last = from;
  let begun = from;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  let isAll = false;
  let isAllNoted = false;

  async function apply(lines: readonly ChangeLine[], cursor: string, isEnd: boolean): Promise<void> {
    const today = parts.time.today();
    const written = parts.store.applyChanges(lines, cursor, instantOf(parts.now()), today, isEnd);
    if (isEnd) parts.ending?.();
    const done = await written;
    isAllNoted = isEnd;
    run.isFromStart = false;
    parts.applied(done);
    parts.progress(run);
  }

  /** Begins to write what is pending, when what was begun before is written. */
  async function write(): Promise<void> {
    await writing;
    if (last === null || last === begun) return;
    const lines = pending;
    pending = [];
    pendingBytes = 0;
    begun = last;
    isWriting = true;
    writing = apply(lines, last, isAll).finally(() => {
      isWriting = false;
    });
    // Whoever waits for it next hears of its failure; until then it is nobody's.
    writing.catch(() => undefined);
  }

  return {
    take(lines: readonly ChangeLine[], cursor: string, bytes: number): void {
      pending.push(...lines);
      pendingBytes += bytes;
      last = cursor;
    },
    /** What was taken is all that the server has. */
    takeEnd: () => void (isAll = true),
    /** Whether that stands in the vault, beside the last lines. */
    isAllNoted: () => isAllNoted,
    /** The cursor behind all that was taken. */
    last: () => last,
    isFull: () => pending.length >= (isWriting ? mostItems : chunkItems) || pendingBytes >= mostBytes,
    write,
    /** Unless a chunk is being written already: the end of a page goes with what follows it then. */
    async writeWhenFree(): Promise<void> {
      if (!isWriting) await write();
    },
    /** @throws StorageError when the store cannot take what was begun: nothing of that chunk counts then. */
    written: () => writing,
    /** Writes everything. @throws StorageError as `written` */
    async flush(): Promise<void> {
      await write();
      await writing;
    },
  };
}

export type ChunkWriter = ReturnType<typeof chunkWriter>;
