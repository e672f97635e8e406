import hi from '../locales/hi/report.json' with { type: 'json' };
import en from '../locales/en/report.json' with { type: 'json' };
import type { Lsp, ReasonCode } from '../domain/master.ts';
import type { Report, WindowFigures } from '../domain/report/report.ts';
import type { IsoDate, Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { inLanguage } from '../text/format.ts';
import type { Cell, ReportTable } from './report-table.ts';

const texts = { hi, en };
type Texts = typeof hi;
type TableName = keyof Texts['tables'];

export interface ReportNames {
  lsps: readonly Pick<Lsp, 'id' | 'name'>[];
  reasonCodes: readonly Pick<ReasonCode, 'code' | 'text'>[];
}

/** The report as tables to keep: the same order and words as on the screen. */
export function reportTables(report: Report, names: ReportNames, language: Language): ReportTable[] {
  const text: Texts = texts[language];
  const { columns, rows, outcomes } = text;
  const lspName = (id: string) => {
    const known = names.lsps.find((lsp) => lsp.id === id);
    return known ? inLanguage(known.name, language) || id : id;
  };
  const reasonText = (code: string) => {
    const known = names.reasonCodes.find((reason) => reason.code === code);
    return known ? inLanguage(known.text, language) : '';
  };
  const note = caveatOf(report, text);
  const table = (
    name: TableName,
    headings: readonly (keyof Texts['columns'])[],
    cells: readonly (readonly Cell[])[],
  ): ReportTable => ({
    title: text.tables[name],
    sheet: text.sheets[name],
    columns: headings.map((heading) => columns[heading]),
    rows: cells,
    note: countsDays.includes(name) ? note : null,
  });
  const flow = ['received', 'approved', 'rejected', 'returned', 'held'] as const;
  const flowCells = (row: Record<(typeof flow)[number], number>) => flow.map((name) => row[name]);

  return [
    table(
      'summary',
      ['item', 'value'],
      [
        [rows.from, { date: report.from }],
        [rows.to, { date: report.to }],
        [rows.today, { date: report.today }],
        [rows.asOf, report.asOf === null ? text.neverContacted : { date: report.asOf }],
        ...flow.map((name) => [columns[name], report[name]]),
        [columns.toDo, sum(report.pendency.map((row) => row.toDo))],
        [columns.waiting, sum(report.pendency.map((row) => row.waiting))],
        [columns.late, sum(report.pendency.map((row) => row.late))],
        [rows.medianDays, report.medianDays],
      ],
    ),
    table(
      'pendency',
      ['lsp', 'toDo', 'waiting', 'late'],
      report.pendency.map((row) => [lspName(row.lspId), row.toDo, row.waiting, row.late]),
    ),
    table(
      'ageing',
      ['ageingBand', 'toDo', 'waiting'],
      report.ageing.map((row) => [text.ageingBands[row.band], row.toDo, row.waiting]),
    ),
    table(
      'byOutcome',
      ['outcome', 'count'],
      report.byOutcome.map((row) => [outcomes[row.outcome], row.count]),
    ),
    table(
      'byReason',
      ['code', 'reason', 'outcome', 'count'],
      report.byReason.map((row) => [row.code, reasonText(row.code), outcomes[row.outcome], row.count]),
    ),
    table(
      'byTargetLsp',
      ['lsp', ...flow],
      report.byTargetLsp.map((row) => [lspName(row.lspId), ...flowCells(row)]),
    ),
    table(
      'byCurrentLsp',
      ['lsp', ...flow],
      report.byCurrentLsp.map((row) => [lspName(row.lspId), ...flowCells(row)]),
    ),
    table(
      'byMonth',
      ['month', ...flow],
      report.byMonth.map((row) => [monthText(row.month), ...flowCells(row)]),
    ),
    table(
      'timeTaken',
      ['takenBand', 'count'],
      report.timeTaken.map((row) => [text.takenBands[row.band], row.count]),
    ),
    table('windows', ['item', 'thisWindow', 'lastWindow'], windowRows(report, text)),
  ];
}

/** The tables whose figures rest on a count of working days. */
const countsDays: readonly TableName[] = ['summary', 'pendency', 'ageing', 'timeTaken', 'windows'];

function caveatOf(report: Report, text: Texts): string | null {
  if (report.unknownYears.length === 0) return null;
  return fillText(text.caveat, { years: report.unknownYears.join(', ') });
}

function windowRows({ thisWindow, lastWindow }: Report, { rows, columns, noWindow }: Texts): Cell[][] {
  const both = (label: string, cell: (window: WindowFigures) => Cell): Cell[] => [
    label,
    thisWindow ? cell(thisWindow) : noWindow,
    lastWindow ? cell(lastWindow) : noWindow,
  ];
  const counts = ['received', 'approved', 'rejected', 'returned', 'held', 'open', 'late'] as const;
  return [
    both(rows.orderNo, (window) => window.orderNo),
    both(rows.windowFrom, (window) => ({ date: window.from })),
    both(rows.windowTo, (window) => ({ date: window.to })),
    ...counts.map((name) => both(columns[name], (window) => window[name])),
    both(rows.medianDays, (window) => window.medianDays),
  ];
}

/** `2026-10` → `10/2026`. */
function monthText(month: string): string {
  return month.split('-').reverse().join('/');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The name that a report is offered under, without its ending. */
export function reportFileName(from: IsoDate, to: IsoDate, language: Language): string {
  return fillText(texts[language].fileName, { from, to });
}
