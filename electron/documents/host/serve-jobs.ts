import type { DocumentAssets } from '../document-assets.ts';
import type { Examine } from '../examine.ts';
import type { HostPort } from './host-port.ts';
import { toProcess, type FromProcess, type Job } from './job.ts';

interface Running {
  id: number;
  abort: AbortController;
}

/**
 * Does the jobs that come in. An exception ends the process: what state the engines are in then is not known, and the
 * next job gets a fresh one.
 */
export function serveJobs(port: HostPort, examine: Examine, assets: DocumentAssets): void {
  let running: Running | null = null;
  port.onMessage((raw) => {
    const message = toProcess.parse(raw);
    if (message.type === 'cancel') {
      if (running?.id === message.id) running.abort.abort();
      return;
    }
    const { id, job } = message;
    const abort = new AbortController();
    running = { id, abort };
    void work(id, job, abort.signal);
  });

  async function work(id: number, job: Job, signal: AbortSignal): Promise<void> {
    const tell = (message: FromProcess) => port.post(message);
    const result = await examine(job, {
      assets,
      signal,
      progress: (progress) => tell({ type: 'progress', id, progress }),
    });
    running = null;
    tell(
      result.ok ? { type: 'answer', id, answer: result.value } : { type: 'fault', id, fault: result.error },
    );
  }
}
