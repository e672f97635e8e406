import { matchNames, type NameMatch } from '../../shared/domain/names/match-names.ts';
import { readCsv } from './read-csv.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

interface NamedPair extends NameMatch {
  a: string;
  b: string;
}

/**
 * `match-names A B` or `match-names FILE.csv` with the columns a and b. Names come back as they were given. A mismatch
 * is an answer, not a failure.
 */
export async function matchNamesVerb(args: string[]): Promise<VerbAnswer> {
  const [first, second] = args;
  if (first !== undefined && second !== undefined && args.length === 2) return answer([[first, second]]);
  if (first === undefined || args.length > 2) {
    return badInput('Give two names, or one CSV file with the columns a and b.', 'arguments');
  }
  const read = await readCsv(first, ['a', 'b']);
  return 'exit' in read ? read : answer(read.rows);
}

function answer(rows: readonly string[][]): VerbAnswer {
  const pairs = rows.map(([a = '', b = '']): NamedPair => ({ a, b, ...matchNames(a, b) }));
  const count = (band: NameMatch['band']) => pairs.filter((pair) => pair.band === band).length;
  const counts = `match ${count('match')}, look ${count('look')}, mismatch ${count('mismatch')}`;
  return { exit: 0, json: { pairs }, sentence: `${pairs.length} compared: ${counts}.` };
}
