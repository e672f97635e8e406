import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportXlsx } from '../../../../electron/export/report-xlsx.ts';
import { lspId } from '../../../../shared/domain/ids.ts';
import { makeReport } from '../../../../shared/domain/report/make-report.ts';
import { reportCsv } from '../../../../shared/report-file/report-csv.ts';
import type { Cell, ReportTable } from '../../../../shared/report-file/report-table.ts';
import { reportFileName, reportTables } from '../../../../shared/report-file/report-tables.ts';
import { sampleWindow } from '../../../support/samples/sample-master.ts';
import { anyFact } from '../domain/report/any-facts.ts';

const calendar = { holidays: new Set<string>(), knownYears: new Set([2026]) };
const context = {
  from: '2026-09-01',
  to: '2026-11-30',
  today: '2027-01-20',
  asOf: null,
  windows: [sampleWindow],
  calendar,
};
const report = makeReport(fc.sample(anyFact, { numRuns: 60, seed: 5 }), context);
const names = {
  lsps: [{ id: lspId.parse('lsp-1'), name: { hi: '=नमूना, "एक"', en: 'Sample One' } }],
  reasonCodes: [{ code: 'R01', text: { hi: 'नमूना कारण', en: 'Sample reason' } }],
};
const table = (rows: Cell[][]): ReportTable => ({ title: 'T', sheet: 'S', columns: ['A'], rows, note: null });

/** Reads RFC 4180 back, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charAt(place);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(place + 1) === '"') cell += text.charAt((place += 1));
      else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text.charAt(place + 1) === '\n') {
      place += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  return rows;
}

describe('the tables of a report', () => {
  it.each(['hi', 'en'] as const)('hold every figure in %s, with headings for every cell', (language) => {
    const tables = reportTables(report, names, language);
    expect(tables).toHaveLength(10);
    for (const { columns, rows, sheet } of tables) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
      expect(sheet.length).toBeLessThanOrEqual(31);
      expect(sheet).not.toMatch(/[[\]:*?/\\]/);
    }
    expect(new Set(tables.map(({ sheet }) => sheet)).size).toBe(10);
    const [summary, pendency] = tables;
    expect(summary?.note).toContain('2027');
    expect(pendency?.rows.map((row) => row[0])).toContain(language === 'hi' ? '=नमूना, "एक"' : 'Sample One');
    expect(reportFileName('2026-09-01', '2026-11-30', language)).toContain('2026-09-01-2026-11-30');
  });
});

describe('CSV', () => {
  it('begins with the byte order mark and reads back as it was', () => {
    const tables = reportTables(report, names, 'hi');
    const text = reportCsv(tables);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows = readCsv(text.slice(1));
    expect(rows[0]).toEqual([tables[0]?.title]);
    expect(rows[2]).toEqual([tables[0]?.rows[0]?.[0], '01/09/2026']);
    expect(rows.flat()).toContain(`'=नमूना, "एक"`);
    expect(rows.filter((row) => row.length === 1 && row[0] === '')).toHaveLength(tables.length - 1);
  });

  it('lets no text begin like a formula, whatever stands before it', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.constantFrom('', ' ', '\t', '\r', '\n', '\u200B', ' \t'),
          fc.constantFrom('=', '+', '-', '@', '＝', '＋'),
        ),
        fc.string(),
        ([before, sign], rest) => {
          const [, , row] = readCsv(reportCsv([table([[`${before}${sign}${rest}`]])]).slice(1));
          expect(row?.[0]).toBe(`'${before}${sign}${rest}`);
        },
      ),
    );
  });

  it('keeps every other text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/^[\s\p{Cf}]*[=+\-@＋－＝＠]/u.test(text) && !/^[\t\r\n]/.test(text));
        const [, , row] = readCsv(reportCsv([table([[text]])]).slice(1));
        expect(row).toEqual([text]);
      }),
    );
  });
});

describe('XLSX', () => {
  it('holds numbers as numbers with Indian grouping, dates as dates, and text as text', async () => {
    const tables = [
      table([[12_345_678], [{ date: '2026-03-17' }], ['=1+1'], [2.5], [null]]),
      { ...table([['नमूना <&"']]), sheet: 'दूसरा' },
    ];
    const files = unzipSync(await reportXlsx(tables));
    const textOf = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
    const sheet = textOf('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<v>12345678</v>');
    // 17/03/2026 is day 46098 of Excel's calendar.
    expect(sheet).toContain('<v>46098</v>');
    expect(sheet).toContain('<v>2.5</v>');
    expect(sheet).not.toContain('<f>');
    expect(textOf('xl/styles.xml')).toContain('dd/mm/yyyy');
    expect(textOf('xl/styles.xml')).toContain('##\\,##\\,##\\,##0');
    expect(textOf('xl/workbook.xml')).toContain('दूसरा');
    expect(textOf('xl/sharedStrings.xml')).toContain('नमूना &lt;&amp;');
  });

  it('takes a whole report in both languages', async () => {
    for (const language of ['hi', 'en'] as const) {
      const files = unzipSync(await reportXlsx(reportTables(report, names, language)));
      expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(10);
    }
  });
});
