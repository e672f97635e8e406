/**
 * The rules once more, written apart from the engine: as a table of what makes a rule unknown and what makes it pass,
 * with arithmetic of its own on day numbers. It shares no code with the engine, so that a mistake in one shows.
 */
type Verdict = 'pass' | 'fail' | 'unknown';

export interface PlainSet {
  effectiveFrom: string;
  minimumKiosks: number;
  minimumMonths: number;
  maximumMigrations: number;
  categories?: readonly string[] | undefined;
  fees: readonly number[];
  asOf?: string | undefined;
}

export interface PlainCase {
  nameBand: 'match' | 'look' | 'mismatch' | 'missing';
  request: {
    purpose: string | null;
    category: string | null;
    applicationDate: string | null;
    migrationsBefore: number | null;
    fee: { amount: number | null } | null;
    reason: string | null;
    currentLspId: string | null;
    targetLspId: string | null;
  };
  figures: {
    workingKiosks: number | null;
    coordinator: unknown;
    coordinatorKnown: boolean;
    ruralRolloutComplete: boolean | null;
    urbanRolloutComplete: boolean | null;
    workStartedOn: string | null;
    asOf: string | null;
  } | null;
  windows: readonly { from: string | null; to: string | null; asOf?: string | null | undefined }[];
  ruleSets: readonly PlainSet[];
  targetLspKnown: boolean | null;
  currency: {
    today: string;
    windowsAsOf: string | null;
    ruleSetsAsOf: string | null;
    staleAfterDays: { figures: number; windows: number; ruleSets: number };
  } | null;
}

/** Days since 1 March of the year 0, by counting; leap years by the Gregorian rule. */
function dayNumber(date: string): number {
  const [y = 0, m = 0, d = 0] = date.split('-').map((part) => parseInt(part, 10));
  const year = m <= 2 ? y - 1 : y;
  const month = (m + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((month * 306 + 5) / 10) + d - 1;
}

function lengthOfMonth(year: number, month: number): number {
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  const first = (y: number, m: number) => dayNumber(`${y}-${m}-1`);
  return first(next[0] ?? 0, next[1] ?? 0) - first(year, month);
}

/** The day on which so many whole months have gone by, month by month. */
function dayAfterMonths(start: string, months: number): number {
  const parts = start.split('-').map((part) => parseInt(part, 10));
  let [year = 0, month = 1] = parts;
  for (let gone = 0; gone < months; gone += 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return dayNumber(`${year}-${month}-${Math.min(parts[2] ?? 1, lengthOfMonth(year, month))}`);
}

function isOld(
  c: PlainCase,
  kind: 'figures' | 'windows' | 'ruleSets',
  asOf: string | null | undefined,
): boolean {
  if (!c.currency || !asOf) return false;
  return dayNumber(c.currency.today) - dayNumber(asOf) > c.currency.staleAfterDays[kind];
}

/** The set to judge by; 'none' where none is in force, 'bad' where those in force cannot be used. */
function setFor(c: PlainCase): PlainSet | 'none' | 'bad' {
  const applied = c.request.applicationDate;
  if (applied === null) {
    const always =
      c.ruleSets.length === 1 && dayNumber(c.ruleSets[0]?.effectiveFrom ?? '') <= dayNumber('2000-01-01');
    if (!always) return 'none';
  }
  const begun =
    applied === null
      ? [...c.ruleSets]
      : c.ruleSets.filter((set) => dayNumber(set.effectiveFrom) <= dayNumber(applied));
  const latest = Math.max(...begun.map((set) => dayNumber(set.effectiveFrom)));
  const inForce = begun.filter((set) => dayNumber(set.effectiveFrom) === latest);
  const [set] = inForce;
  if (!set) return 'none';
  return inForce.some((other) => differs(other, set)) || isAbsurd(set) ? 'bad' : set;
}

function differs(a: PlainSet, b: PlainSet): boolean {
  const letters = (set: PlainSet) => [...(set.categories ?? ['C'])].sort().join();
  return (
    a.minimumKiosks !== b.minimumKiosks ||
    a.minimumMonths !== b.minimumMonths ||
    a.maximumMigrations !== b.maximumMigrations ||
    a.fees.join() !== b.fees.join() ||
    letters(a) !== letters(b)
  );
}

function isAbsurd(set: PlainSet): boolean {
  const falls = set.fees.some((fee, i) => i > 0 && fee < (set.fees[i - 1] ?? 0));
  return falls || set.fees.length < set.maximumMigrations || set.categories?.length === 0;
}

interface Row {
  unknown: (c: PlainCase, set: PlainSet) => boolean;
  pass: (c: PlainCase, set: PlainSet) => boolean;
  needsSet?: true;
  needsLsp?: true;
}

const noFees: PlainSet = {
  effectiveFrom: '2000-01-01',
  minimumKiosks: 0,
  minimumMonths: 0,
  maximumMigrations: 0,
  fees: [],
};

function holds(window: PlainCase['windows'][number], date: string | null): boolean {
  if (window.from === null || window.to === null || date === null) return false;
  return dayNumber(window.from) <= dayNumber(date) && dayNumber(date) <= dayNumber(window.to);
}

function windowDay(c: PlainCase, window: PlainCase['windows'][number]): string | null {
  return window.asOf ?? c.currency?.windowsAsOf ?? null;
}

/** One row for each rule of the process description. */
const table: Record<string, Row> = {
  'category-c': {
    needsSet: true,
    unknown: (c) => c.request.category === null,
    pass: (c, set) => (set.categories ?? ['C']).includes(c.request.category ?? ''),
  },
  'lsp-20-kiosks': {
    needsSet: true,
    needsLsp: true,
    unknown: (c) => c.figures?.workingKiosks === null,
    pass: (c, set) => Number(c.figures?.workingKiosks) >= set.minimumKiosks,
  },
  'lsp-coordinator': {
    needsLsp: true,
    unknown: (c) => c.figures?.coordinatorKnown === false,
    pass: (c) => c.figures?.coordinator !== null,
  },
  'lsp-rollout-rural': {
    needsLsp: true,
    unknown: (c) => c.figures?.ruralRolloutComplete === null,
    pass: (c) => c.figures?.ruralRolloutComplete === true,
  },
  'lsp-rollout-urban': {
    needsLsp: true,
    unknown: (c) => c.figures?.urbanRolloutComplete === null,
    pass: (c) => c.figures?.urbanRolloutComplete === true,
  },
  'lsp-3-months': {
    needsSet: true,
    needsLsp: true,
    unknown: (c) => c.figures?.workStartedOn === null || c.request.applicationDate === null,
    pass: (c, set) =>
      dayAfterMonths(c.figures?.workStartedOn ?? '', set.minimumMonths) <=
      dayNumber(c.request.applicationDate ?? ''),
  },
  'max-3': {
    needsSet: true,
    unknown: (c) => c.request.migrationsBefore === null,
    pass: (c, set) => Number(c.request.migrationsBefore) < set.maximumMigrations,
  },
  fee: {
    needsSet: true,
    unknown: (c, set) =>
      c.request.migrationsBefore === null ||
      set.fees.length <= c.request.migrationsBefore ||
      c.request.fee?.amount === null,
    pass: (c, set) =>
      c.request.fee !== null &&
      Number(c.request.fee.amount) >= Number(set.fees[Number(c.request.migrationsBefore)]),
  },
  window: {
    unknown: (c) => {
      const applied = c.request.applicationDate;
      if (applied === null || c.windows.length === 0) return true;
      const holding = c.windows.filter((window) => holds(window, applied));
      const broken = c.windows.some(
        ({ from, to }) => from === null || to === null || dayNumber(to) < dayNumber(from),
      );
      if (holding.length === 0 && broken) return true;
      const told = holding.length > 0 ? holding : c.windows;
      return told.every((window) => isOld(c, 'windows', windowDay(c, window)));
    },
    pass: (c) => c.windows.some((window) => holds(window, c.request.applicationDate)),
  },
  'authorised-operator': {
    unknown: (c) => c.request.purpose !== 'CHANGE OF OWNERSHIP' && ['look', 'missing'].includes(c.nameBand),
    pass: (c) => c.request.purpose !== 'CHANGE OF OWNERSHIP' && c.nameBand === 'match',
  },
  reason: { unknown: () => false, pass: (c) => /\S/.test(c.request.reason ?? '') },
  'different-lsp': {
    unknown: (c) => c.request.currentLspId === null || c.request.targetLspId === null,
    pass: (c) => c.request.currentLspId !== c.request.targetLspId,
  },
};

/** The verdict of every rule, by the table alone. */
export function plainVerdicts(c: PlainCase): Record<string, Verdict> {
  const set = setFor(c);
  const isUsable = typeof set !== 'string' && !isOld(c, 'ruleSets', set.asOf ?? c.currency?.ruleSetsAsOf);
  const lspIsUsable =
    c.figures !== null && c.targetLspKnown !== false && !isOld(c, 'figures', c.figures.asOf);
  const judgedBy = typeof set === 'string' ? noFees : set;
  const entries = Object.entries(table).map(([id, row]): [string, Verdict] => {
    if ((row.needsSet && !isUsable) || (row.needsLsp && !lspIsUsable)) return [id, 'unknown'];
    if (row.unknown(c, judgedBy)) return [id, 'unknown'];
    return [id, row.pass(c, judgedBy) ? 'pass' : 'fail'];
  });
  return Object.fromEntries(entries);
}
