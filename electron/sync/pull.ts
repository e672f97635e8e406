import { fail, ok, type Result } from '../../shared/result.ts';
import { limits, type ChangeLine } from '../../shared/sync/protocol.ts';
import type { Store } from '../storage/store.ts';
import { chunkWriter, type ChunkWriter, type ChunkWriterParts } from './chunk-writer.ts';
import { lineReader, type Line } from './line-reader.ts';
import type { PageSize } from './page-size.ts';
import { pullRun, type PullRun } from './pull-run.ts';
import { readChange, unreadableItem } from './read-change.ts';
import type { ServerSession } from './server-session.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { BodyReader, Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface PullParts extends ChunkWriterParts {
  store: Pick<Store, 'cursor' | 'applyChanges'>;
  transport: Transport;
  session: ServerSession;
  time: TrustedTime;
  pageSize: PageSize;
  /** Nothing is to be asked between this page and the next. */
  runsOn: boolean;
  /** How often the line after a cursor was unreadable, over pages; forgotten when all is received. */
  doubts: Map<string, number>;
}

export interface PageOutcome {
  /** There is more to receive: the server said so, or the page was cut after some whole lines. */
  more: boolean;
  contacted: boolean;
  /** It was all, and the vault knows since the last lines were written. */
  isAllNoted?: boolean;
}

/** Milliseconds for one page: then it ends at its last line, so that decisions may go before the next. */
const pagePatience = 5 * 60_000;
/** Milliseconds after which no further page is begun: something else may be due. */
const stepPatience = 2000;

const ndjson = /^application\/(x-)?ndjson\b/;

/** A line damaged on its way is readable the next time; one that is so at this many sights is the server's own. */
const sightsBeforeSetAside = 3;
/** More unreadable lines than this on one page: nobody's mistake, but another program speaking. */
const tolerableUnreadable = 50;

/**
 * Receives a page and applies it, and where nothing is to be asked between, those after it while there is time: the next
 * one comes while the end of this one is written. The cursor moves with the data, in the same transaction, and only over
 * whole lines; so a page that was cut counts up to its last whole line, and the next one resumes there.
 * @throws StorageError when the store cannot take it (disk full): nothing of that chunk counts then.
 */
export async function pullPages(
  parts: PullParts,
  run: PullRun,
  signal: AbortSignal,
): Promise<Result<PageOutcome, SyncFailure>> {
  const from = run.isFromStart ? null : await parts.store.cursor();
  if (from === null) run.beganAtStart = true;
  const began = parts.now();
  const writer = chunkWriter(parts, run, from);
  for (;;) {
    const outcome = await pullPage(parts, run, writer, signal);
    const spent = parts.now() - began;
    // A clock that was set back must not keep what else is due waiting.
    const hasTime = spent >= 0 && spent < stepPatience;
    const mayRunOn = parts.runsOn && !signal.aborted && hasTime;
    if (mayRunOn && outcome.ok && outcome.value.more && outcome.value.isWhole) continue;
    if (!outcome.ok && outcome.error.kind === 'stopped') await writer.written();
    else await writer.flush();
    if (outcome.ok) return ok({ ...outcome.value, isAllNoted: writer.isAllNoted() });
    if (outcome.error.kind === 'cursor-unknown' && writer.last() !== null) return startOver(parts, run);
    return outcome;
  }
}

/** `isWhole`: it came to its end, and what follows it may be asked for. */
type OnePage = PageOutcome & { isWhole: boolean };

/** What it took is with the writer, which may still be writing the chunk before. */
async function pullPage(
  parts: PullParts,
  run: PullRun,
  writer: ChunkWriter,
  signal: AbortSignal,
): Promise<Result<OnePage, SyncFailure>> {
  const from = writer.last();
  const page = pageOf(parts, run, writer);
  const began = parts.now();
  const ended = await parts.session.run(signal, (token) => readPage(parts, page, from, token, signal));
  if (!ended.ok && ended.error.kind === 'stopped') return ended;
  const isKnown = ended.ok || ended.error.kind !== 'cursor-unknown';
  if (isKnown) await writer.writeWhenFree();
  if (ended.ok && ended.value) parts.pageSize.came(page.items(), parts.now() - began);
  else if (ended.ok || ended.error.kind === 'offline') parts.pageSize.broke();
  if (page.isDoubtful()) return ok({ more: true, contacted: true, isWhole: false });
  if (ended.ok && ended.value) return ok({ more: page.more(), contacted: true, isWhole: true });
  if (ended.ok) return cutOf(page.items());
  // What came before the break counts; a break without any progress is a failure, so that no loop begins.
  const mayGoOn = ended.error.kind === 'offline' && page.items() > 0;
  return mayGoOn ? ok({ more: true, contacted: true, isWhole: false }) : ended;
}

/** The server does not know our place (it was restored, or is another one): all again; the store keeps the newest. */
function startOver(parts: PullParts, run: PullRun): Result<PageOutcome, SyncFailure> {
  if (run.hasStartedOver) return fail({ kind: 'server-nonsense', detail: 'cursor-unknown' });
  Object.assign(run, pullRun(), { isFromStart: true, hasStartedOver: true });
  parts.progress(run);
  return ok({ more: true, contacted: true });
}

function cutOf(items: number): Result<OnePage, SyncFailure> {
  if (items > 0) return ok({ more: true, contacted: true, isWhole: false });
  return fail({ kind: 'server-nonsense', detail: 'page without end' });
}

type Page = ReturnType<typeof pageOf>;

/** @returns whether the page came to its end. */
async function readPage(
  parts: PullParts,
  page: Page,
  from: string | null,
  token: string,
  signal: AbortSignal,
): Promise<Result<boolean, SyncFailure>> {
  const query = new URLSearchParams({ limit: String(parts.pageSize.items()) });
  if (from !== null) query.set('cursor', from);
  const sentAt = parts.now();
  const opened = await parts.transport.open({
    path: `/v1/changes?${query.toString()}`,
    contentType: ndjson,
    maximumBytes: limits.bodyBytes,
    token,
    signal,
  });
  if (!opened.ok) return opened;
  const { body } = opened.value;
  const isOverdue = () => page.items() > 0 && parts.now() - sentAt > pagePatience;
  const read = await readLines(page, body, isOverdue).finally(() => body.close());
  const serverTime = page.serverTime();
  if (serverTime !== null) parts.time.note(serverTime, sentAt);
  return read;
}

async function readLines(
  page: Page,
  body: BodyReader,
  isOverdue: () => boolean,
): Promise<Result<boolean, SyncFailure>> {
  const lines = lineReader(body, limits.lineBytes);
  for (;;) {
    const batch = await lines.read();
    if (!batch.ok) return batch;
    const rest = batch.value === null ? lines.rest() : null;
    // A rest that is no whole line was cut; a whole one only lacks its line break.
    const complete = rest !== null && readChange(rest).is !== 'unreadable' ? [rest] : [];
    const taken = await page.take(batch.value ?? complete);
    if (!taken.ok) return taken;
    if (page.isEnded()) return endOf(body);
    if (batch.value === null) return ok(false);
    // A page beyond the limits ends here and is asked for again from its last line. What has no line end counts too:
    // an endless line would hold up decisions for as long as it comes.
    if (page.bytes() + lines.openBytes() > limits.bodyBytes || isOverdue()) return ok(false);
  }
}

/** Reads to the body's own end, so that the connection can be used again. */
async function endOf(body: BodyReader): Promise<Result<true, SyncFailure>> {
  await body.read();
  return ok(true);
}

/** The page that is being received, and what its end said; its lines go to the writer. */
function pageOf(parts: PullParts, run: PullRun, writer: ChunkWriter) {
  const from = writer.last();
  /** Held back until a readable line follows: what follows nothing readable is not the server's. */
  let unreadable: ChangeLine[] = [];
  let unreadableCount = 0;
  let isDoubtful = false;
  let items = 0;
  let bytes = 0;
  let end: { more: boolean; serverTime: string } | null = null;

  /** Whether an unreadable line here is the server's own; else the page ends before it and is asked for again. */
  function isBelieved(): boolean {
    if (unreadable.length > 0) return true;
    const place = writer.last() ?? 'start';
    const sights = (parts.doubts.get(place) ?? 0) + 1;
    parts.doubts.set(place, sights);
    isDoubtful = sights < sightsBeforeSetAside;
    return !isDoubtful;
  }

  function takeLine(line: Line): Result<null, SyncFailure> {
    bytes += line.bytes;
    run.bytes += line.bytes;
    const last = writer.last();
    const change = readChange(line);
    if (change.is === 'unreadable') {
      if (!isBelieved()) return nonsense('unreadable line');
      unreadableCount += 1;
      unreadable.push(unreadableItem(last ?? 'start', unreadableCount, change.why, change.bytes));
      return unreadableCount > tolerableUnreadable ? nonsense('unreadable lines') : ok(null);
    }
    const cursor = change.is === 'item' ? change.item.cursor : change.end.cursor;
    if (change.is === 'item') {
      if (!run.passes(cursor)) return nonsense('cursor');
      items += 1;
      run.items += 1;
      writer.take([...unreadable, change.item], cursor, line.bytes);
    } else {
      if (!run.endsAt(cursor, { from, last, more: change.end.more })) return nonsense('cursor');
      end = change.end;
      run.total = run.items + change.end.remaining;
      writer.take(unreadable, cursor, 0);
      if (!change.end.more) writer.takeEnd();
    }
    unreadable = [];
    return ok(null);
  }

  return {
    async take(lines: readonly Line[]): Promise<Result<null, SyncFailure>> {
      for (const line of lines) {
        const taken = takeLine(line);
        if (!taken.ok) return taken;
        if (end) return ok(null);
        if (writer.isFull()) await writer.write();
      }
      return ok(null);
    },
    more: () => end?.more ?? true,
    serverTime: () => end?.serverTime ?? null,
    isDoubtful: () => isDoubtful,
    isEnded: () => end !== null,
    items: () => items,
    bytes: () => bytes,
  };
}

function nonsense(detail: string): Result<never, SyncFailure> {
  return fail({ kind: 'server-nonsense', detail });
}
