import type { IconName } from './icon.tsx';

/** What a mark says. Never by colour alone: each tone has its own sign, and a text beside it. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export const toneIcon: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  good: 'check-circle',
  warn: 'alert',
  bad: 'x-circle',
};
