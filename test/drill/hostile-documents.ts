import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { documentFault, documentLimits } from '../../shared/domain/documents/document-fault.ts';
import { jobAnswer } from '../../electron/documents/host/job.ts';
import type { DocumentHost } from '../../electron/documents/host/document-host.ts';
import { examineJob, realHost } from '../support/documents/document-jobs.ts';
import type { DrillOptions } from './drill.ts';
import { hostileFiles, type HostileFiles } from './hostile/hostile-files.ts';

export interface HostileAccount {
  count: number;
  /** Exceptions in this process, and answers that are none. */
  crashes: number;
  /** Jobs without an answer or a sign of life for the time of a job, and the second that it takes to end a process. */
  hangs: number;
  /** Jobs that took longer than that in all, with signs of life: on a quiet machine there are none. */
  slow: number;
  /** Jobs that ended with the process that did them: allowed, as that is what the process is for. */
  processDied: number;
  mainGrowthMb: number;
  /** How often each answer came; `read` are files that were looked into. */
  answers: Record<string, number>;
  slowestMs: number;
  /** Jobs a second, all lanes together. */
  rate: number;
}

export const mostGrowthMb = 100;
/** What this process needs once, for buffers and code, is no growth: measured after so many files. */
const warmUp = 40;
const lanes = 2;
const endingMs = 1000;

const answer = z.union([
  z.object({ ok: z.literal(true), value: jobAnswer }),
  z.object({ ok: z.literal(false), error: documentFault }),
]);

/**
 * Has hostile files examined by the real host in real processes, two at a time, as often as `count`. The file of a seed
 * is always the same, so that a fault can be looked into: `hostileFile(seed)`.
 */
export async function hostileDocuments(
  { count, seed }: DrillOptions,
  say: (line: string) => void,
): Promise<HostileAccount> {
  const account: HostileAccount = {
    count: 0,
    crashes: 0,
    hangs: 0,
    slow: 0,
    processDied: 0,
    mainGrowthMb: 0,
    answers: {},
    slowestMs: 0,
    rate: 0,
  };
  const seen = (error: unknown) => {
    account.crashes += 1;
    say(`an exception of this process: ${error instanceof Error ? error.message : String(error)}`);
  };
  process.on('uncaughtException', seen);
  process.on('unhandledRejection', seen);
  const files = hostileFiles();
  const hosts = Array.from({ length: lanes }, () => realHost());
  const begun = performance.now();
  let next = 0;
  const megabytes: { warm?: number } = {};
  const lane = async (host: DocumentHost) => {
    while (next < count) {
      const own = seed + next;
      next += 1;
      await examineOne(host, files, own, account, say);
      if (account.count === Math.min(warmUp, Math.ceil(count / 2))) megabytes.warm = settledMegabytes();
      if (account.count % 250 === 0) say(progressLine(account, count, begun));
    }
  };
  try {
    await Promise.all(hosts.map(lane));
    const atEnd = settledMegabytes();
    account.mainGrowthMb = Math.round(atEnd - (megabytes.warm ?? atEnd));
    account.rate = Math.round((account.count / (performance.now() - begun)) * 10_000) / 10;
  } finally {
    files.close();
    for (const host of hosts) host.close();
    process.off('uncaughtException', seen);
    process.off('unhandledRejection', seen);
  }
  return account;
}

export function holdsAgainstHostile({ crashes, hangs, mainGrowthMb }: HostileAccount): boolean {
  return crashes === 0 && hangs === 0 && mainGrowthMb < mostGrowthMb;
}

async function examineOne(
  host: DocumentHost,
  files: HostileFiles,
  seed: number,
  account: HostileAccount,
  say: (line: string) => void,
): Promise<void> {
  const { name, bytes } = await files.get(seed);
  const begun = performance.now();
  // Half of them as an Aadhaar paper with a code, masked for keeping: the longest way through.
  const isAadhaarSlot = seed % 2 === 0;
  const job = examineJob(bytes, { fileName: name, shareCode: '4321', isAadhaarSlot, masked: 'jpeg' });
  let [lastSign, longestSilence] = [begun, 0];
  const onProgress = () => {
    const now = performance.now();
    longestSilence = Math.max(longestSilence, now - lastSign);
    lastSign = now;
  };
  const result = answer.safeParse(await host.run(job, { onProgress }));
  onProgress();
  const took = performance.now() - begun;
  account.count += 1;
  account.slowestMs = Math.max(account.slowestMs, Math.round(took));
  const limit = documentLimits.jobMilliseconds + endingMs;
  const isHang = longestSilence > limit;
  if (!result.success) account.crashes += 1;
  if (isHang) account.hangs += 1;
  if (took > limit) account.slow += 1;
  const word = wordOf(result);
  if (word === 'process-died') account.processDied += 1;
  account.answers[word] = (account.answers[word] ?? 0) + 1;
  if (took > limit || word === 'process-died' || word === 'too-slow' || word === 'no-answer') {
    say(`seed ${seed} (${name}): ${word} after ${Math.round(took)} ms`);
  }
}

function wordOf(result: z.ZodSafeParseResult<z.infer<typeof answer>>): string {
  if (!result.success) return 'no-answer';
  return result.data.ok ? 'read' : result.data.error;
}

/** What this process holds when all that can be given back was. */
function settledMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage.rss() / 1024 / 1024;
}

function progressLine({ count, answers, slowestMs }: HostileAccount, all: number, begun: number): string {
  const seconds = Math.round((performance.now() - begun) / 1000);
  return `${count} of ${all} in ${seconds} s, slowest ${slowestMs} ms: ${JSON.stringify(answers)}`;
}
