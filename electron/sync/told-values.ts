import { instantOf } from '../../shared/domain/india-date.ts';
import type { Applied } from '../storage/store.ts';

/** Whether the window is to hear of it. */
export function hasNews(applied: Applied): boolean {
  const { rows, states = [], removed, masterChanged, transfersChanged, claimsChanged } = applied;
  if (rows.length > 0 || states.length > 0 || removed.length > 0 || masterChanged) return true;
  return transfersChanged === true || claimsChanged === true;
}

export function minutesOrNull(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds / 60_000);
}

export function instantOrNull(at: number | null): string | null {
  return at === null ? null : instantOf(at);
}
