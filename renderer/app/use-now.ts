import { useEffect, useState } from 'react';

/** The PC's clock in milliseconds, read again every `everyMs` while mounted; for countdowns, never for due dates. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
