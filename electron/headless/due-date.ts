import { parseArgs } from 'node:util';
import { calendarFor } from '../../shared/domain/calendar.ts';
import { districtId } from '../../shared/domain/ids.ts';
import { dueDates } from '../../shared/domain/working-days.ts';
import { formatDate } from '../../shared/text/format.ts';
import { holidayCaveat } from '../../shared/text/holiday-caveat.ts';
import { findDistrict } from './find-district.ts';
import { dateFaultWords, readDate } from './read-date.ts';
import { stateHolidays } from './read-data.ts';
import { usageLine } from './usage.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

/**
 * `due-date DATE [--district D]`: the 7th and 15th working day after receipt, by the state's holidays. The local
 * holidays of a district live in an office's vault; here the district is only checked.
 */
export async function dueDateVerb(args: string[]): Promise<VerbAnswer> {
  const read = readArgs(args);
  if ('exit' in read) return read;
  const found = read.district === undefined ? null : findDistrict(read.district);
  if (found?.kind === 'unknown')
    return badInput(`The district "${read.district ?? ''}" is not known.`, '--district');
  if (found?.kind === 'split') {
    const successors = found.successors.join(' or ');
    return badInput(`The district ${found.name} was split: say ${successors}.`, '--district');
  }
  const lists = stateHolidays();
  const calendar = calendarFor(lists, districtId.parse(found?.district.id ?? 'jaipur'));
  const { received } = read;
  const { day7, day15, unknownYears } = dueDates(received, [], calendar, received);
  const caveat = holidayCaveat(unknownYears);
  const sentence = [
    `Received ${formatDate(received)}: 7th working day ${formatDate(day7)}, 15th ${formatDate(day15)}.`,
    caveat ? `${caveat.en}: do not rely on these dates.` : '',
    found ? `${found.note} The state's holidays only.` : '',
  ];
  return { exit: 0, json: { received, day7, day15, caveat }, sentence: sentence.join(' ') };
}

function readArgs(args: string[]): { received: string; district: string | undefined } | VerbAnswer {
  const parsed = parsedArgs(args);
  if (parsed === null) return badInput(usageLine('due-date'), 'arguments');
  const { positionals, values } = parsed;
  const [typed, ...others] = positionals;
  if (typed === undefined || others.length > 0)
    return badInput('Give one date of receipt: day/month/year or yyyy-mm-dd.', 'DATE');
  const read = readDate(typed);
  if (!read.ok) return badInput(`"${typed.slice(0, 40)}" is ${dateFaultWords[read.fault]}.`, 'DATE');
  return { received: read.date, district: values.district };
}

function parsedArgs(args: string[]) {
  try {
    return parseArgs({ args, options: { district: { type: 'string' } }, allowPositionals: true });
  } catch {
    return null;
  }
}
