import { z } from 'zod';
import { isoDate } from '../domain/values.ts';
import { pullChoice } from '../sync/pull-choice.ts';
import { pullSize } from '../sync/pull-size.ts';

/** Whether much is to come, what an officer chose about it, and what is left out because of that. */
export const pullState = z.object({
  /** About how much, when it is more than the office lets come unasked. */
  size: pullSize.nullable(),
  choice: pullChoice.nullable(),
  /** The day for which it was chosen; null: until it is switched off. */
  choiceDay: isoDate.nullable(),
  /** Changes wait: they were put off, or would use up the data limit and nobody has answered yet. */
  changesWait: z.boolean(),
  /** Missing scans that do not come by themselves now. */
  leftOut: z.object({ scans: z.int(), bytes: z.int() }),
});
export type PullState = z.infer<typeof pullState>;
