import { Worker } from 'node:worker_threads';

/**
 * What a process for documents may hold, in bytes. A request's papers need up to 1.3 GB; a picture or PDF that asks for
 * more would bring the whole PC to a halt before its time is up.
 */
export const memoryLimit = 1900 * 1024 * 1024;

/**
 * Ends this process when it holds more than the limit. In a thread of its own: a decoder that eats memory lets nothing
 * else of its thread run. The process then has died as from a decoder's fault, and costs its job only.
 *
 * @param entry the module of that thread
 */
export function watchMemory(entry: URL, limit: number = memoryLimit): void {
  new Worker(entry, { workerData: limit }).unref();
}
