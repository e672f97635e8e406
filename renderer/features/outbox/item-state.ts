import type { ItemState } from '../../../shared/ipc/views/outbox.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

export const itemTone: Record<ItemState, { tone: Tone; icon: IconName }> = {
  recorded: { tone: 'info', icon: 'clock' },
  waiting: { tone: 'neutral', icon: 'clock' },
  'under-way': { tone: 'info', icon: 'sync' },
  sent: { tone: 'info', icon: 'upload' },
  accepted: { tone: 'good', icon: 'check-circle' },
  refused: { tone: 'bad', icon: 'x-circle' },
  conflicted: { tone: 'bad', icon: 'alert' },
  parked: { tone: 'warn', icon: 'pause' },
  hand: { tone: 'warn', icon: 'alert' },
};

/** In the order of an item's life. */
export const itemStates = Object.keys(itemTone) as ItemState[];
