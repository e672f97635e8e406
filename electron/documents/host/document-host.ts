import { documentLimits, type DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { DocumentChild, LaunchChild } from './document-child.ts';
import { fromProcess, type Job, type JobAnswer, type JobProgress, type ToProcess } from './job.ts';

export interface DocumentHostLimits {
  /** How long a job may go without a sign of life, the start of its process included. Each step done is one. */
  jobMilliseconds: number;
  /** How long it may take in all, however many signs it gives. */
  wholeMilliseconds: number;
  /** How long a cancelled job may go on before its process is killed. */
  cancelMilliseconds: number;
  /** How long a process without a job is kept: its engines hold some hundred megabytes. */
  idleMilliseconds: number;
  /** After the second death in a row; doubled with each further one, up to thirty seconds. */
  backoffMilliseconds: number;
  /** Each holds its file in memory. */
  waitingJobs: number;
}

const usualLimits: DocumentHostLimits = {
  jobMilliseconds: documentLimits.jobMilliseconds,
  wholeMilliseconds: 10 * documentLimits.jobMilliseconds,
  cancelMilliseconds: 1000,
  idleMilliseconds: 60_000,
  backoffMilliseconds: 500,
  waitingJobs: 16,
};
const longestBackoff = 30_000;

export interface RunOptions {
  onProgress?: (progress: JobProgress) => void;
  signal?: AbortSignal;
}

interface Task {
  id: number;
  job: Job;
  onProgress: (progress: JobProgress) => void;
  /** When it was given to the process, by the monotonic clock. */
  begunAt: number;
  /** The process has it. */
  isBegun: boolean;
  /** The caller has its answer; the process may still be at work. */
  isAnswered: boolean;
  answer: (result: Result<JobAnswer, DocumentFault>) => void;
}

/**
 * Has files examined in a process that can be killed, one after the other. The process is started when it is first
 * needed, or is about to be. Whatever happens in it, a job ends with an answer or a fault, and the next one gets a
 * process that works.
 */
export class DocumentHost {
  private readonly launch: LaunchChild;
  private readonly limits: DocumentHostLimits;
  private readonly waiting: Task[] = [];
  private running: Task | null = null;
  private child: DocumentChild | null = null;
  /** The time limit of the running job, the wait before a restart, or the wait for the idle end: only one at a time. */
  private timer: NodeJS.Timeout | undefined;
  private deathsInARow = 0;
  /** Some process has done a job, well or badly: what kills a later one is its file. */
  private hasWorked = false;
  private isLibraryGivenUp = false;
  private lastId = 0;
  private isClosed = false;

  constructor(launch: LaunchChild, limits: Partial<DocumentHostLimits> = {}) {
    this.launch = launch;
    this.limits = { ...usualLimits, ...limits };
  }

  run(job: Job, options: RunOptions = {}): Promise<Result<JobAnswer, DocumentFault>> {
    const { onProgress = () => undefined, signal } = options;
    if (this.isClosed || signal?.aborted === true) return Promise.resolve(fail('cancelled'));
    if (this.waiting.length >= this.limits.waitingJobs) return Promise.resolve(fail('busy'));
    return new Promise((resolve) => {
      const cancel = () => this.cancel(task);
      const task: Task = {
        id: ++this.lastId,
        job,
        onProgress,
        begunAt: 0,
        isBegun: false,
        isAnswered: false,
        answer: (result) => {
          if (task.isAnswered) return;
          task.isAnswered = true;
          signal?.removeEventListener('abort', cancel);
          resolve(result);
        },
      };
      signal?.addEventListener('abort', cancel);
      this.waiting.push(task);
      this.next();
    });
  }

  /** Starts the process, and with it its engines, for files that are about to come. It ends when none comes. */
  getReady(): void {
    if (this.isClosed || this.running || this.child || this.backoff() > 0) return;
    this.child = this.startChild();
    this.waitIdle();
  }

  /** Ends the process; what runs or waits is cancelled. A program that has used a host must close it to end. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.endChild();
    for (const task of [this.running, ...this.waiting.splice(0)]) task?.answer(fail('cancelled'));
    this.running = null;
  }

  private next(): void {
    if (this.running || this.isClosed) return;
    clearTimeout(this.timer);
    const task = this.waiting.shift();
    if (!task) {
      this.waitIdle();
      return;
    }
    this.running = task;
    this.timer = setTimeout(() => this.begin(task), this.backoff());
  }

  private waitIdle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.endChild(), this.limits.idleMilliseconds).unref();
  }

  private begin(task: Task): void {
    if (task.isAnswered) {
      this.finish(task, fail('cancelled'));
      return;
    }
    task.isBegun = true;
    this.child ??= this.startChild();
    task.begunAt = performance.now();
    this.watch(task);
    this.post({ type: 'job', id: task.id, job: task.job });
  }

  /** A page more is no hang: each gets the time of a job, all together what is left of the whole. */
  private watch(task: Task): void {
    clearTimeout(this.timer);
    const left = task.begunAt + this.limits.wholeMilliseconds - performance.now();
    const wait = Math.max(0, Math.min(this.limits.jobMilliseconds, left));
    this.timer = setTimeout(() => this.giveUp(task, 'too-slow'), wait);
  }

  private finish(task: Task, result: Result<JobAnswer, DocumentFault>): void {
    clearTimeout(this.timer);
    this.running = null;
    task.answer(result);
    this.next();
  }

  /** What does not end by itself ends with its process. */
  private giveUp(task: Task, fault: DocumentFault): void {
    this.endChild();
    this.finish(task, fail(fault));
  }

  private cancel(task: Task): void {
    task.answer(fail('cancelled'));
    const place = this.waiting.indexOf(task);
    if (place >= 0) this.waiting.splice(place, 1);
    if (!task.isBegun || this.running !== task) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.giveUp(task, 'cancelled'), this.limits.cancelMilliseconds);
    this.post({ type: 'cancel', id: task.id });
  }

  private startChild(): DocumentChild {
    const child = this.launch(this.isPortableOnly());
    child.onMessage((message) => {
      if (child === this.child) this.hear(message);
    });
    child.onExit(() => {
      if (child === this.child) this.mourn();
    });
    return child;
  }

  private hear(raw: unknown): void {
    const task = this.running;
    const message = fromProcess.safeParse(raw);
    if (!message.success) {
      // A process that no longer speaks the language was broken by what it read.
      this.endChild();
      this.mourn();
      return;
    }
    if (!task || task.id !== message.data.id) return;
    switch (message.data.type) {
      case 'progress':
        // One that was cancelled keeps the short time it has to end.
        if (task.isAnswered) return;
        this.watch(task);
        task.onProgress(message.data.progress);
        return;
      case 'answer':
        this.deathsInARow = 0;
        this.hasWorked = true;
        this.finish(task, ok(message.data.answer));
        return;
      case 'fault':
        this.deathsInARow = 0;
        this.hasWorked = true;
        this.finish(task, fail(message.data.fault));
        return;
    }
  }

  private mourn(): void {
    this.child = null;
    this.deathsInARow++;
    if (this.running) this.finish(this.running, fail('process-died'));
  }

  private endChild(): void {
    const child = this.child;
    this.child = null;
    child?.kill();
  }

  /** A single file that kills its process is bad luck; several in a row may be a PC in need of rest. */
  private backoff(): number {
    if (this.deathsInARow < 2) return 0;
    return Math.min(longestBackoff, this.limits.backoffMilliseconds * 2 ** (this.deathsInARow - 2));
  }

  /**
   * Where every process died from the first on, it may be the library that does not suit this PC: all later ones do
   * without it.
   */
  private isPortableOnly(): boolean {
    this.isLibraryGivenUp ||= !this.hasWorked && this.deathsInARow >= 2;
    return this.isLibraryGivenUp;
  }

  private post(message: ToProcess): void {
    this.child?.post(message);
  }
}
