import { formatDate } from '../text/format.ts';
import type { Cell, ReportTable } from './report-table.ts';

/** Without it Excel reads UTF-8 as the PC's old code page, and Hindi becomes noise. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/**
 * Tables one below the other, an empty line between them: RFC 4180, UTF-8 with a byte order mark, dates as
 * `dd/mm/yyyy`, numbers plain.
 */
export function reportCsv(tables: readonly ReportTable[]): string {
  const sections = tables.map(({ title, columns, rows, note }) =>
    [[title], columns, ...rows, ...(note === null ? [] : [[note]])].map(csvLine).join(lineEnd),
  );
  return `${byteOrderMark}${sections.join(`${lineEnd}${lineEnd}`)}${lineEnd}`;
}

function csvLine(cells: readonly Cell[]): string {
  return cells.map((cell) => quoted(written(cell))).join(',');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? neutral(cell) : formatDate(cell.date);
}

/**
 * A spreadsheet takes a cell that begins like this as a formula, and runs it; also behind blanks. An apostrophe makes
 * it text. Names of LSPs and order numbers come from elsewhere.
 */
function neutral(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u.test(text) || /^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
