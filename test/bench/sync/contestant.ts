/** What a contestant's process is told, as its one argument in JSON. */
export interface Task {
  phase: 'receive' | 'send';
  /** The loopback server. */
  url: string;
  /** Its own copy of a vault, or a folder of its own. */
  file: string;
  requests: number;
  decisions: number;
  changes: number;
  rounds: number;
  /** SPKI DER, base64. */
  serverKey: string;
}

/** What it says at its end: milliseconds, bytes over the sockets, the most memory that its process held in MB. */
export interface Figures {
  firstSync?: Measured;
  push?: Measured;
  changes?: Measured[];
  /** Milliseconds of the first sync that went into making rows and search entries. */
  firstMakingMs?: number;
  /** Milliseconds for checking the signature of each receipt once, and nothing else. */
  receiptChecksMs?: number;
  peakMb: number;
}

export interface Measured {
  ms: number;
  bytes: number;
}

export function readTask(): Task {
  return JSON.parse(process.argv[2] ?? '') as Task;
}

/** Runs one thing and measures it; what the bench asks the server for is outside. */
export async function measured(url: string, work: () => Promise<void>): Promise<Measured> {
  const before = await bytesNow(url);
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  return { ms, bytes: (await bytesNow(url)) - before };
}

export async function publishRound(url: string): Promise<void> {
  await (await fetch(`${url}/bench/publish`)).arrayBuffer();
}

export function tell(figures: Omit<Figures, 'peakMb'>): void {
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ ...figures, peakMb } satisfies Figures);
}

async function bytesNow(url: string): Promise<number> {
  const answer = await fetch(`${url}/bench/bytes`);
  return ((await answer.json()) as { bytes: number }).bytes;
}
