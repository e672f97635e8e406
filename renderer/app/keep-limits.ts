import { call, on } from './bridge.ts';
import { useDesk } from './desk-store.ts';

/** A running sync tells of itself many times a second; the limits are measured in days. */
const quietMs = 500;

/** Keeps the office's limits true while somebody is signed in. @returns the function that ends it. */
export function keepLimits(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isEnded = false;
  const read = async () => {
    const answer = await call('limits.read', undefined);
    if (answer.ok && !isEnded) useDesk.setState({ limits: answer.value });
  };
  const again = () => {
    timer ??= setTimeout(() => {
      timer = null;
      void read();
    }, quietMs);
  };
  const stops = [on('feed', again), on('sync', again)];
  void read();
  return () => {
    isEnded = true;
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
