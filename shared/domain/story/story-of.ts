import { decisionLines } from './decision-lines.ts';
import { historyLines } from './history-lines.ts';
import type { StoryInput, StoryLine } from './story-line.ts';
import { transferLines } from './transfer-lines.ts';

/**
 * What happened to a request, in order: the server's history, what this desk decided and the server's history does
 * not tell yet, the transfer. What is true now is told by `standingLines` and `holderOf`.
 */
export function storyOf(input: StoryInput): StoryLine[] {
  return [
    ...historyLines(input.request, input.transfer?.transfer.state === 'completed'),
    ...decisionLines(input),
    ...transferLines(input.transfer),
  ];
}
