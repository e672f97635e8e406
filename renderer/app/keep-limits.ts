import { call } from './bridge.ts';
import { useDesk } from './desk-store.ts';
import { onNews } from './on-news.ts';

/** The limits are measured in days. */
const quietMs = 500;

/** Keeps the office's limits true while somebody is signed in. @returns the function that ends it. */
export function keepLimits(): () => void {
  let isEnded = false;
  const read = async () => {
    const answer = await call('limits.read', undefined);
    if (answer.ok && !isEnded) useDesk.setState({ limits: answer.value });
  };
  const stop = onNews(quietMs, () => void read());
  void read();
  return () => {
    isEnded = true;
    stop();
  };
}
