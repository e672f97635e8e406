import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/domain/values.ts';

/** Milliseconds until a moment, counted down each second; never negative. */
export function useTimeLeft(until: Instant): number {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);

  return Math.max(0, Date.parse(until) - now);
}
