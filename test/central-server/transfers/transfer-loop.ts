import { runTransfer, type TransferContext } from './run-transfer.ts';

/** The approved requests whose turn it is; ones that failed by name wait for somebody, broken-off ones do not. */
export async function transfersToRun(
  { database, now }: TransferContext,
  delayMilliseconds = 0,
): Promise<string[]> {
  const rows = await database
    .selectFrom('transfers')
    .select('request_id')
    .where('not_before', '<=', new Date(now().getTime() - delayMilliseconds).toISOString())
    .where((where) => where.or([where('state', '=', 'waiting'), where('failure', '=', 'interrupted')]))
    .orderBy('not_before')
    .orderBy('request_id')
    .execute();
  return rows.map((row) => row.request_id);
}

export interface TransferPace {
  /** How often the line is looked at. */
  everyMilliseconds: number;
  /** How long an approval stands before its records move: so the desks see it wait. */
  delayMilliseconds: number;
}

/**
 * Runs transfers in the background until `end()`, one after the other.
 * @returns `end`, which resolves once the one that is running is over.
 */
export function startTransferLoop(
  context: TransferContext,
  pace: TransferPace,
): { end: () => Promise<void> } {
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  const running = (async () => {
    while (!isEnding()) {
      try {
        for (const requestId of await transfersToRun(context, pace.delayMilliseconds)) {
          if (isEnding()) return;
          await runTransfer(context, requestId);
        }
      } catch (error) {
        console.error('A transfer could not be run; it stays in line:', error);
      }
      await pause(pace.everyMilliseconds, ending.signal);
    }
  })();
  return {
    end: async () => {
      ending.abort();
      await running;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener('abort', over);
    if (signal.aborted) over();
  });
}
