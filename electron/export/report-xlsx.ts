import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, ReportTable } from '../../shared/report-file/report-table.ts';

/** Lakhs and crores for what is above; smaller numbers as everywhere. Excel allows two conditions and a rest. */
const indianGrouping = '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0';
const withHalves = '0.0';
const datesAsWritten = 'dd/mm/yyyy';

const narrowest = 12;
const widest = 60;

/** A workbook with one sheet for each table: numbers as numbers, dates as dates, headings bold and standing still. */
export async function reportXlsx(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const sheets = tables.map((table) => ({
    data: sheetData(table),
    sheet: table.sheet,
    columns: table.columns.map((_, place) => ({ width: widthOf(table, place) })),
    stickyRowsCount: 2,
  }));
  return writeExcelFile(sheets).toBuffer();
}

function sheetData({ title, columns, rows, note }: ReportTable): SheetData {
  return [
    [{ value: title, fontWeight: 'bold' }],
    columns.map((heading) => ({ value: heading, fontWeight: 'bold' as const, wrap: true })),
    ...rows.map((row) => row.map(cellOf)),
    ...(note === null ? [] : [[{ value: note }]]),
  ];
}

function cellOf(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') {
    return { value: cell, type: Number, format: Number.isInteger(cell) ? indianGrouping : withHalves };
  }
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: datesAsWritten };
}

function widthOf({ columns, rows }: ReportTable, place: number): number {
  const lengths = [columns[place], ...rows.map((row) => row[place])].map((cell) =>
    typeof cell === 'string' ? cell.length : narrowest - 2,
  );
  return Math.min(widest, Math.max(narrowest, ...lengths.map((length) => length + 2)));
}
