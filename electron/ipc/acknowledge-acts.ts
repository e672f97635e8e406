import type { TransferAct } from '../../shared/domain/transfer/transfer-act.ts';

type Acknowledgement = Extract<TransferAct['act'], { kind: 'acknowledge' }>;

/** Room for a line's key in an act's text, whose bound is 20,000 characters with the reason and the names. */
const actCharacters = 12_000;

/** One acknowledgement, as several acts where its lines would not fit into the text of one. */
export function acknowledgements(lines: readonly string[], reason: string): Acknowledgement[] {
  const acts: Acknowledgement[] = [];
  let room = 0;
  for (const line of lines) {
    const length = JSON.stringify(line).length + 1;
    const current = acts.at(-1);
    if (current && length <= room) {
      current.lines.push(line);
      room -= length;
    } else {
      acts.push({ kind: 'acknowledge', lines: [line], reason });
      room = actCharacters - length;
    }
  }
  return acts;
}
