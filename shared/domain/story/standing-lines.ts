import { isDecisionAhead } from './decision-lines.ts';
import type { StoryInput, StoryLine } from './story-line.ts';

/**
 * Where the clock stands: the 7th and 15th working day, and the caveat where a year's holidays are not recorded.
 * Empty once the office has decided, or the file is closed.
 */
export function standingLines(input: StoryInput): StoryLine[] {
  const { request, row } = input;
  if (isDecisionAhead(input)) return [];
  if (request.status !== 'pending' && request.status !== 'returned' && request.status !== 'on-hold')
    return [];
  const due: StoryLine = { on: null, key: dueKey(input), facts: { day7: row.day7On, day15: row.dueOn } };
  if (row.unknownYears.length === 0) return [due];
  return [due, { on: null, key: 'due-caveat', facts: { years: row.unknownYears.map(String) } }];
}

function dueKey({ row, today }: StoryInput): 'due-on' | 'due-today' | 'due-past' | 'due-if-back-today' {
  if (row.dueOn < today) return 'due-past';
  if (row.paused) return 'due-if-back-today';
  return row.dueOn === today ? 'due-today' : 'due-on';
}
