import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { z } from 'zod';

/**
 * A process of its own between a run of tests and its PostgreSQL server: it holds the server while its standard input
 * is open. That ends with the run, however it ends: also killed, it closes. Then the server is stopped and its folder
 * removed.
 */
const kept = z.object({
  program: z.string(),
  values: z.array(z.string()),
  /** Removed at the end of the run. */
  folder: z.string(),
  /** Whom the server runs as; without it as whoever runs this. */
  account: z.object({ uid: z.number(), gid: z.number() }).nullable(),
});

export type KeptServer = z.infer<typeof kept>;

const { program, values, folder, account } = kept.parse(JSON.parse(process.argv[2] ?? ''));
const server = spawn(program, values, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], ...account });
let isOver = false;
server.once('error', end);
server.once('exit', end);
process.stdin.resume();
process.stdin.once('close', () => {
  isOver = true;
  // PostgreSQL's fast shutdown: sessions are broken off.
  server.kill('SIGINT');
});

/** A server that ended by itself leaves its log to whoever started it. */
function end(): void {
  if (isOver) rmSync(folder, { recursive: true, force: true });
  process.exit(isOver ? 0 : 1);
}
