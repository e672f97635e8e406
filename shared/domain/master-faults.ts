import type { MasterFault } from '../ipc/views/office.ts';
import { formatDate } from '../text/format.ts';
import { daysOutsideYear, knownYearsOf } from './calendar.ts';
import type { HolidayList, Lsp, LspFigures, MigrationWindow, RuleSet } from './master.ts';
import { ruleSetFault, sameRules } from './rules/rule-set-fault.ts';
import type { IsoDate } from './values.ts';

export interface CheckedMaster {
  lsps: readonly Pick<Lsp, 'id'>[];
  figures: readonly Pick<LspFigures, 'lspId' | 'asOf'>[];
  windows: readonly MigrationWindow[];
  ruleSets: readonly RuleSet[];
  holidays: readonly HolidayList[];
}

/**
 * What is wrong with the master data and a person should know. Nothing is dropped for it; what rests on it is unknown.
 * `detail` is the other order's number, dates as the office writes them, or the name of a rule set's fault
 * (`rules.fault.<detail>` in the locale files).
 */
export function masterFaults(master: CheckedMaster, today: IsoDate): MasterFault[] {
  return [
    ...ruleSetFaults(master.ruleSets),
    ...windowFaults(master.windows),
    ...holidayFaults(master.holidays, today),
    ...vanishedLsps(master.lsps, master.figures),
  ];
}

function ruleSetFaults(sets: readonly RuleSet[]): MasterFault[] {
  const alone = sets.flatMap((set): MasterFault[] => {
    const detail = ruleSetFault(set);
    return detail === null ? [] : [{ fault: 'rule-set-contradicts-itself', subject: named(set), detail }];
  });
  const byDay = [...sets].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const pairs = byDay.flatMap((set, place): MasterFault[] => {
    const former = byDay[place - 1];
    if (former?.effectiveFrom !== set.effectiveFrom || sameRules(former, set)) return [];
    return [{ fault: 'rule-sets-contradict', subject: named(former), detail: named(set) }];
  });
  return [...alone, ...pairs];
}

function windowFaults(windows: readonly MigrationWindow[]): MasterFault[] {
  const turned = windows.filter(({ from, to }) => to < from);
  const sound = windows.filter(({ from, to }) => from <= to);
  return [
    ...turned.map((window): MasterFault => {
      const detail = `${formatDate(window.from)} – ${formatDate(window.to)}`;
      return { fault: 'window-ends-before-it-begins', subject: named(window), detail };
    }),
    ...overlaps(sound),
  ];
}

/** Each window against the one before it that lasts longest; that names every window that overlaps at all. */
function overlaps(windows: readonly MigrationWindow[]): MasterFault[] {
  const faults: MasterFault[] = [];
  let longest: MigrationWindow | null = null;
  for (const window of [...windows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (longest !== null && window.from <= longest.to)
      faults.push({ fault: 'windows-overlap', subject: named(longest), detail: named(window) });
    if (longest === null || window.to > longest.to) longest = window;
  }
  return faults;
}

/** From November on the next year's list is due: counts of working days reach into it. */
function holidayFaults(lists: readonly HolidayList[], today: IsoDate): MasterFault[] {
  const wrong = lists.flatMap((list): MasterFault[] => {
    const detail = daysOutsideYear(list).map(formatDate).join(', ');
    return detail === '' ? [] : [{ fault: 'holiday-outside-year', subject: String(list.year), detail }];
  });
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5, 7) >= '11' ? [year, year + 1] : [year];
  const knownYears = knownYearsOf(lists);
  const unknown = wanted.filter((one) => !knownYears.has(one));
  return [
    ...wrong,
    ...unknown.map((one): MasterFault => ({ fault: 'holidays-unknown', subject: String(one), detail: '' })),
  ];
}

function vanishedLsps(lsps: CheckedMaster['lsps'], figures: CheckedMaster['figures']): MasterFault[] {
  if (lsps.length === 0) return [];
  const listed = new Set<string>(lsps.map((lsp) => lsp.id));
  const lost = new Map(figures.filter((one) => !listed.has(one.lspId)).map((one) => [one.lspId, one.asOf]));
  return [...lost].map(([subject, asOf]) => ({ fault: 'lsp-vanished', subject, detail: formatDate(asOf) }));
}

/** By the order's number, as that is how the office knows it. */
function named({ orderNo, id }: { orderNo: string; id: string }): string {
  return orderNo.trim() === '' ? id : orderNo;
}
