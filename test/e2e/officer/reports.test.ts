import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { Lsp, MigrationWindow } from '../../../shared/domain/master.ts';
import reportTexts from '../../../shared/locales/hi/report.json' with { type: 'json' };
import { demoHolidays } from '../../central-server/seed/demo-holidays.ts';
import { demoReasonCodes } from '../../central-server/seed/reason-codes.ts';
import { addDays } from '../../central-server/seed/days.ts';
import type { SeedRows } from '../../central-server/start.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { officeDistrict } from '../../support/e2e/office.ts';
import { clippedTexts } from '../../support/fake-bridge/clipped-texts.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { choose, fieldNamed, goToPart } from '../../support/officer/screens.ts';
import { countByHand, countWindow, holidaysOf } from '../../support/report/count-by-hand.ts';
import { shownTables, shownTotals, type ShownTable } from '../../support/report/on-screen.ts';
import { dayOfSerial, readWorkbook } from '../../support/report/read-workbook.ts';

const today = indiaDate(Date.now());
const formulaName = { hi: '=नमूना+एलएसपी', en: '=Sample+LSP' };
const formulaOrder = '@नमूना/आदेश-2';
const lsps = new Map<string, string>();
const windows: MigrationWindow[] = [];

/** An LSP and an order whose names a spreadsheet would run; every LSP's name is kept for the comparison. */
function shape(seed: SeedRows): SeedRows {
  const items = seed.items.map((item) => {
    if (item.kind === 'lsp') {
      const lsp = item.body as Lsp;
      const named = lsp.id === 'lsp-01' ? { ...lsp, name: formulaName } : lsp;
      lsps.set(lsp.id, named.name.hi);
      return { ...item, body: named };
    }
    if (item.kind === 'window') {
      const window = item.body as MigrationWindow;
      const named = item.id === 'window-current' ? { ...window, orderNo: formulaOrder } : window;
      windows.push(named);
      return { ...item, body: named };
    }
    return item;
  });
  return { ...seed, items };
}

const scene = useScene({ hasScans: false, requests: 160, shape });
const saved = mkdtempSync(join(tmpdir(), 'desk-test-saved-'));

afterAll(() => {
  delete process.env['DESK_TEST_SAVE_DIR'];
  rmSync(saved, { recursive: true, force: true });
});

const { tables: titles, columns, outcomes, rows: rowNames } = reportTexts;
const grouped = new Intl.NumberFormat('en-IN');
const lspName = (id: string) => lsps.get(id) ?? id;
const holidays = () => holidaysOf(demoHolidays(today), officeDistrict);
const inOrder = (rows: readonly string[][]) => rows.map((row) => row.join(' | ')).sort();
const daysText = (days: number | null) =>
  days === null
    ? scene.officer.text('reports', 'time.noDays')
    : scene.officer.text('reports', 'time.days', { days });

function tableOf(tables: Map<string, ShownTable>, title: string): ShownTable {
  const found = tables.get(title);
  if (!found) throw new Error(`No section ${title}, only ${[...tables.keys()].join(', ')}`);
  return found;
}

async function chooseOwn(from: string, to: string): Promise<void> {
  const { officer, page } = scene;
  const picker = page.locator('.period-picker');
  await choose(officer, picker.locator('.period-preset'), officer.text('reports', 'period.own'));
  await fieldNamed(picker, officer.text('reports', 'period.from')).locator('input').fill(from);
  await fieldNamed(picker, officer.text('reports', 'period.to')).locator('input').fill(to);
  await officer.button('reports', 'period.show').click();
}

async function seeReport(from: string, to: string): Promise<void> {
  const { officer, page } = scene;
  await page.getByText(officer.text('reports', 'span', { from: dmy(from), to: dmy(to) })).waitFor();
}

const dmy = (date: string) => date.split('-').reverse().join('/');

test.each([
  ['the last eighty days', addDays(today, -80), today],
  ['the window of a year ago', addDays(today, -400), addDays(today, -310)],
])('every figure of %s is that of a count by hand', async (_, from, to) => {
  const { officer, page, office } = scene;
  await goToPart(officer, 'reports');
  await chooseOwn(dmy(from), dmy(to));
  await seeReport(from, to);
  const counted = countByHand(await office.requests(), { from, to, today, holidays: holidays() });
  expect(counted.received).toBeGreaterThan(0);
  expect(counted.decisions.some((count) => count > 0)).toBe(true);

  const totals = await shownTotals(page);
  expect([...totals.values()]).toEqual([
    ...[counted.received, ...counted.decisions].map((count) => grouped.format(count)),
    daysText(counted.medianDays),
  ]);
  const tables = await shownTables(page);
  const shown = (title: string) => inOrder(tableOf(tables, title).rows);
  expect(shown(titles.pendency)).toEqual(
    inOrder(
      [...counted.pendency].map(([id, [toDo, waiting, late]]) =>
        texts(lspName(id), toDo, waiting, toDo + waiting, late),
      ),
    ),
  );
  const bandNames = Object.values(reportTexts.ageingBands);
  expect(shown(titles.ageing)).toEqual(
    inOrder(
      counted.ageing.map(([toDo, waiting], at) => texts(bandNames[at] ?? '', toDo, waiting, toDo + waiting)),
    ),
  );
  const outcomeNames = [outcomes.approve, outcomes.reject, outcomes.return, outcomes.hold];
  expect(shown(titles.byOutcome)).toEqual(
    inOrder(
      counted.decisions.flatMap((count, at) => (count === 0 ? [] : [texts(outcomeNames[at] ?? '', count)])),
    ),
  );
  const wordOf = {
    approved: outcomes.approve,
    rejected: outcomes.reject,
    returned: outcomes.return,
    held: outcomes.hold,
  };
  expect(shown(titles.byReason)).toEqual(
    inOrder(
      [...counted.reasons].map(([key, count]) => {
        const [code = '', event = 'held'] = key.split(' ');
        const text = demoReasonCodes.find((one) => one.code === code)?.text.hi;
        return texts(`${code} ${text}`, wordOf[event as keyof typeof wordOf], count);
      }),
    ),
  );
  expect(shown(titles.byTargetLsp)).toEqual(
    inOrder([...counted.byTargetLsp].map(([id, flow]) => texts(lspName(id), ...flow))),
  );
  expect(shown(titles.byCurrentLsp)).toEqual(
    inOrder([...counted.byCurrentLsp].map(([id, flow]) => texts(lspName(id), ...flow))),
  );
  const months = tableOf(tables, titles.byMonth).rows.filter((row) =>
    row.slice(1).some((cell) => cell !== '0'),
  );
  expect(inOrder(months)).toEqual(
    inOrder([...counted.byMonth].map(([month, flow]) => texts(month, ...flow))),
  );
  const taken = tableOf(tables, titles.timeTaken).rows.map((row) => row[1]);
  const total = counted.taken.reduce((sum, count) => sum + count, 0);
  expect(taken).toEqual(total === 0 ? [] : counted.taken.map((count) => grouped.format(count)));
  for (const { rows, total: sums } of tables.values()) {
    if (sums === null) continue;
    const added = sums.slice(1).map((_sum, at) => rows.reduce((sum, row) => sum + numberOf(row[at + 1]), 0));
    expect(sums.slice(1).map(numberOf)).toEqual(added);
  }
});

test('this window stands beside the last one, each counted by its own requests', async () => {
  const { officer, page, office } = scene;
  await goToPart(officer, 'reports');
  const picker = page.locator('.period-picker .period-preset');
  await choose(officer, picker, officer.text('reports', 'period.this-window'));
  const current = windows.find(({ id }) => id === 'window-current');
  const previous = windows.find(({ id }) => id === 'window-previous');
  if (!current || !previous) throw new Error('The seed has lost a window');
  await seeReport(current.from, today);
  const requests = await office.requests();
  const counting = { today, holidays: holidays() };
  const [now, before] = [countWindow(requests, current, counting), countWindow(requests, previous, counting)];
  expect(now.counts[0]).toBeGreaterThan(before.counts[0] ?? 0);
  const rows = tableOf(await shownTables(page), titles.windows).rows;
  expect(rows.map((row) => row.slice(1))).toEqual([
    ...now.counts.map((count, at) => [grouped.format(count), grouped.format(before.counts[at] ?? 0)]),
    [daysText(now.medianDays), daysText(before.medianDays)],
  ]);
  const legend = await page.locator('.report-section').last().textContent();
  for (const { from, to } of [current, previous]) expect(legend).toContain(`${dmy(from)} – ${dmy(to)}`);
  expect(await rawTexts(page)).toEqual([]);
  expect(await seriousViolations(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
});

test('dates that are none, and a period that ends before it begins, are told at their field; nothing is counted', async () => {
  const { officer, page } = scene;
  await goToPart(officer, 'reports');
  const errors = page.locator('.period-picker .field-error');
  const said = (fault: string) => officer.text('common', `dateFault.${fault}`);
  for (const [from, to, words] of [
    ['31/02/2026', '01/03/2026', [said('impossible')]],
    ['', '3-4', [said('empty'), said('shape')]],
    ['01/01/1999', '01/01/2101', [said('outside'), said('outside')]],
    ['02/11/2026', '01/11/2026', [officer.text('reports', 'period.beforeFrom')]],
  ] as const) {
    await chooseOwn(from, to);
    await expect.poll(() => errors.allTextContents()).toEqual(words);
  }
  await chooseOwn('01/01/2001', dmy(today));
  await page.getByText(officer.text('errors', 'invalid-range.title')).waitFor();
  await page.getByText(officer.text('errors', 'invalid-range.advice')).waitFor();
  expect(await page.locator('.report-section').count()).toBe(0);
  await chooseOwn('०१/०९/२०२६', '30.9.2026');
  await seeReport('2026-09-01', '2026-09-30');
});

test('a dialog that is cancelled leaves no file and says so', async () => {
  const { officer, page } = scene;
  await goToPart(officer, 'reports');
  await officer.button('reports', 'save.csv').click();
  await page.getByText(officer.text('reports', 'save.cancelled')).first().waitFor();
  expect(readdirSync(saved)).toEqual([]);
});

test('a folder that cannot be written to is said, and the report stays', async () => {
  await restartSavingTo(join(saved, 'is-not-there'));
  const { officer, page } = scene;
  await goToPart(officer, 'reports');
  await officer.button('reports', 'save.xlsx').click();
  await page.getByText(officer.text('errors', 'cannot-save-file.title')).first().waitFor();
  expect(await page.locator('.report-section').count()).toBeGreaterThan(0);
  expect(existsSync(join(saved, 'is-not-there'))).toBe(false);
});

test('what is saved is what is shown: CSV and XLSX, numbers as numbers, dates as dates, no formula', async () => {
  await restartSavingTo(saved);
  const { officer, page } = scene;
  await goToPart(officer, 'reports');
  await choose(
    officer,
    page.locator('.period-picker .period-preset'),
    officer.text('reports', 'period.this-window'),
  );
  const from = windows.find(({ id }) => id === 'window-current')?.from ?? '';
  await seeReport(from, today);
  for (const format of ['csv', 'xlsx'] as const) {
    await officer.button('reports', `save.${format}`).click();
    await page.getByText(`${from}-${today}.${format}`).first().waitFor();
  }
  const file = (ending: string) => {
    const name = readdirSync(saved).find((one) => one.endsWith(ending));
    if (name === undefined) throw new Error(`No ${ending} in ${readdirSync(saved).join(', ')}`);
    return readFileSync(join(saved, name));
  };
  const csv = csvTables(file('.csv').toString('utf8'));
  compareWithScreen(csv, await shownTables(page));

  const sheets = readWorkbook(file('.xlsx'));
  expect(sheets).toHaveLength(csv.size);
  const [summary] = sheets;
  const dates = (summary?.rows ?? []).flatMap((row) => {
    const value = row[1];
    return value && 'number' in value && value.format === 'dd/mm/yyyy' ? [dayOfSerial(value.number)] : [];
  });
  expect(dates).toEqual([dmy(from), dmy(today), dmy(today), dmy(today)]);
  for (const { rows } of sheets) {
    const [[title] = [], , ...cells] = rows;
    const written = csv.get(title && 'text' in title ? title.text : '')?.rows ?? [];
    const read = cells.map((row) =>
      row.map((cell) => {
        if (cell === null) return '';
        if ('text' in cell) return cell.text;
        return cell.format === 'dd/mm/yyyy' ? dayOfSerial(cell.number) : String(cell.number);
      }),
    );
    expect(read).toEqual(written.map((row) => row.map((cell) => cell.replace(/^'/, ''))));
  }
  const texts = sheets
    .flatMap(({ rows }) => rows.flat())
    .flatMap((cell) => (cell && 'text' in cell ? [cell.text] : []));
  expect(texts).toContain(formulaName.hi);
  expect(texts).toContain(formulaOrder);
  expect(texts.filter((text) => /^\d+$/.test(text))).toEqual([]);
});

async function restartSavingTo(folder: string): Promise<void> {
  process.env['DESK_TEST_SAVE_DIR'] = folder;
  await scene.restart('quit');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
}

interface WrittenTable {
  columns: string[];
  rows: string[][];
}

/** The tables of the file by their titles. */
function csvTables(text: string): Map<string, WrittenTable> {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ',' });
  expect(errors).toEqual([]);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  const found = new Map<string, WrittenTable>();
  let block: string[][] = [];
  for (const row of [...data, ['']]) {
    if (row.length > 1 || row[0] !== '') {
      block.push(row);
      continue;
    }
    const [[title = ''] = [], heads = [], ...rows] = block;
    if (block.length > 0) found.set(title, { columns: heads, rows });
    block = [];
  }
  return found;
}

/** Each figure of the file stands on the screen in its section, row and column; what the screen leaves out is nought. */
function compareWithScreen(written: Map<string, WrittenTable>, shown: Map<string, ShownTable>): void {
  const compared: string[] = [];
  for (const [title, table] of written) {
    const section = shown.get(title);
    if (!section) {
      expect(title).toBe(titles.summary);
      continue;
    }
    for (const row of table.rows) {
      const isReason = title === titles.byReason;
      const name = (isReason ? `${row[0]} ${row[1]}` : (row[0] ?? '')).replace(/^'/, '');
      const onScreen = section.rows.find((one) => one[0] === name && (!isReason || one[1] === row[2]));
      if (!onScreen) {
        const isLeftOut = [rowNames.orderNo, rowNames.windowFrom, rowNames.windowTo].includes(name);
        expect(isLeftOut || row[1] === '0', `${title}: ${row.join(', ')}`).toBe(true);
        continue;
      }
      for (const [at, column] of table.columns.entries()) {
        const place = section.columns.indexOf(column);
        if (place < 1) continue;
        const cell = row[at] ?? '';
        const isDays = name === rowNames.medianDays;
        const words = isDays ? daysText(cell === '' ? null : Number(cell)) : cell;
        expect(onScreen[place], `${title}: ${name}, ${column}`).toBe(
          /^\d+$/.test(words) ? grouped.format(Number(words)) : words,
        );
        compared.push(cell);
      }
    }
  }
  expect(compared.length).toBeGreaterThan(100);
  expect(written.get(titles.windows)?.rows[0]).toEqual([
    rowNames.orderNo,
    `'${formulaOrder}`,
    windows.find(({ id }) => id === 'window-previous')?.orderNo,
  ]);
  expect(written.get(titles.pendency)?.columns).toEqual([
    columns.lsp,
    columns.toDo,
    columns.waiting,
    columns.late,
  ]);
}

function texts(name: string, ...counts: (number | string)[]): string[] {
  return [name, ...counts.map((count) => (typeof count === 'number' ? grouped.format(count) : count))];
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}
