import type { ClockReading } from '../../shared/domain/trusted-clock.ts';
import type { Clock } from './engine.ts';

/** How a clock is read for the trusted time; one that tells nothing but the moment is believed. */
export function readingOf(clock: Clock): () => ClockReading {
  return clock.reading ?? (() => clockAlone(clock.now()));
}

function clockAlone(wall: number): ClockReading {
  return { wall, uptime: wall, boot: null, run: '' };
}
