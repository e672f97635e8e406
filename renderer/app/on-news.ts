import { on } from './bridge.ts';

/**
 * Runs once soon after each burst of changes of the data or of the sync: a running sync tells of itself many times a
 * second.
 * @param quietMs milliseconds from the first of a burst. @returns the function that ends it.
 */
export function onNews(quietMs: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const again = () => {
    timer ??= setTimeout(() => {
      timer = null;
      run();
    }, quietMs);
  };
  const stops = [on('feed', again), on('sync', again)];
  return () => {
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
