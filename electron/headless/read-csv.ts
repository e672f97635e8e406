import { readFile, stat } from 'node:fs/promises';
import Papa from 'papaparse';
import { badInput, type VerbAnswer } from './verb-answer.ts';

const mostBytes = 50_000_000;
/** A sheet saved under Indian or European settings may have any of these. */
const delimiters = [',', ';', '\t'];

/**
 * The named columns of a CSV file, in this order, for every row that is not blank. The header names them in any case
 * and order; other columns are ignored; a cell that a short row lacks is empty. Values are as written.
 */
export async function readCsv(
  file: string,
  columns: readonly string[],
): Promise<{ rows: string[][] } | VerbAnswer> {
  const text = await readText(file);
  if (typeof text !== 'string') return text;
  const delimiter = delimiters.find((sign) => isHeader(headerOf(text, sign), columns));
  if (delimiter === undefined) {
    return badInput(`The first line must name the columns ${columns.join(' and ')}, each once.`, 'FILE');
  }
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    const row = (broken.row ?? 0) + 1;
    return badInput(`Row ${row} has a quotation mark that is not closed or stands astray.`, 'FILE');
  }
  const places = columns.map((column) => headerOf(text, delimiter).indexOf(column));
  return { rows: data.slice(1).map((row) => places.map((place) => row[place] ?? '')) };
}

function headerOf(text: string, delimiter: string): string[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 1, skipEmptyLines: 'greedy' });
  return (data[0] ?? []).map((name) => name.trim().toLowerCase());
}

function isHeader(header: readonly string[], columns: readonly string[]): boolean {
  return columns.every((column) => header.filter((name) => name === column).length === 1);
}

async function readText(file: string): Promise<string | VerbAnswer> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return badInput('The file cannot be read: it is not a file.', 'FILE');
    if (found.size > mostBytes) return badInput('The file is larger than 50 MB.', 'FILE');
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError)
      return badInput('The file is not UTF-8 text: save it as CSV UTF-8.', 'FILE');
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return badInput(
      isMissing ? 'The file does not exist.' : 'The file cannot be read: the system refused it.',
      'FILE',
    );
  }
}
