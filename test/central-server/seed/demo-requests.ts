import { districtId, lspId, requestId } from '../../../shared/domain/ids.ts';
import type { MigrationWindow } from '../../../shared/domain/master.ts';
import type { MigrationRequest, RequestStatus } from '../../../shared/domain/request.ts';
import type { Bilingual, Instant, IsoDate } from '../../../shared/domain/values.ts';
import type { WorkingCalendar } from '../../../shared/domain/working-days.ts';
import { addDays, atTime, earlierOf, workingDayUpTo } from './days.ts';
import { demoDocuments } from './demo-documents.ts';
import { demoProgress } from './demo-progress.ts';
import { demoRuleSet } from './demo-master.ts';
import { asWritten, blocks, personName, respelt, withdrawalReasons } from './names.ts';
import type { Random } from './random.ts';

export interface RequestSetting {
  random: Random;
  today: IsoDate;
  /** Nothing happened after it: a few minutes before now, so that a transfer and the acts about it fit in. */
  latest: Instant;
  windows: readonly [previous: MigrationWindow, current: MigrationWindow];
  calendars: Record<'jaipur' | 'udaipur', WorkingCalendar>;
}

/** How often each state stands in a hundred requests. */
const shares: [RequestStatus, number][] = [
  ['pending', 46],
  ['returned', 8],
  ['on-hold', 6],
  ['approved', 14],
  ['rejected', 9],
  ['transferred', 12],
  ['withdrawn', 5],
];

/** The state of the n-th request: spread evenly, so that a small sample has every state too. */
export function statusOfPlace(place: number): RequestStatus {
  let rest = (place * 37) % 100;
  for (const [status, share] of shares) {
    if (rest < share) return status;
    rest -= share;
  }
  return 'pending';
}

/** @param place from 0; three in five belong to the first district. */
export function demoRequest(
  place: number,
  setting: RequestSetting,
  hasLostRecord: boolean,
): MigrationRequest {
  const { random, today } = setting;
  const status = statusOfPlace(place);
  const district = place % 5 < 3 ? 'jaipur' : 'udaipur';
  const { applicationDate, receivedOn } = datesOf(status, setting, setting.calendars[district]);
  const name = personName(random);
  const names = asWritten(name, place);
  const block = random.pick(blocks[district]);
  const isSameName = !random.chance(0.06);
  const [currentLsp, targetLsp] = lspsOf(random);
  const migrationsBefore = random.chance(0.03) ? 3 : random.pick([0, 0, 0, 0, 0, 0, 1, 1, 2]);
  const category = random.chance(0.07) ? random.pick(['B', 'B+', 'A'] as const) : 'C';
  const progress = demoProgress(status, receivedOn, place, setting);
  return {
    id: requestId.parse(`request-${String(place + 1).padStart(4, '0')}`),
    version: progress.history.length,
    requestNo: `MIG/${receivedOn.slice(0, 4)}/${String(4100 + place)}`,
    districtId: districtId.parse(district),
    purpose: 'MIGRATION',
    status,
    kioskCode: kioskCode(place),
    newKioskCode: getsNewCode(status, place) ? `K${21_500_000 + place * 7}` : null,
    centreName: centreName(name, block),
    applicant: { name: names.applicant, mobileLast4: random.digits(4) },
    registeredOperator: { name: isSameName ? names.registered : respelt(name), mobileLast4: null },
    area: random.chance(0.72) ? 'rural' : 'urban',
    block,
    category,
    categoryToday: random.chance(0.08) ? 'B' : category,
    currentLspId: currentLsp,
    targetLspId: targetLsp,
    reason: random.chance(0.05) ? null : random.pick(withdrawalReasons),
    applicationDate,
    receivedOn,
    migrationsBefore,
    fee: feeOf(random, migrationsBefore, applicationDate, place),
    record: hasLostRecord ? null : recordOf(random, applicationDate),
    documents: demoDocuments(place, hasLostRecord),
    pauses: progress.pauses,
    history: progress.history,
    updatedAt: progress.history.at(-1)?.at ?? earlierOf(atTime(today, 9, 0), setting.latest),
  };
}

/** Most transfers give a new ID; some kiosks keep theirs. */
function getsNewCode(status: RequestStatus, place: number): boolean {
  return (status === 'transferred' && place % 4 !== 1) || (status === 'approved' && place % 2 === 0);
}

/**
 * Open requests came in within the last seven weeks, so that some are overdue and some fresh; a part of the decided
 * ones came in during the window of the year before, over its three months. A few applied a day or so outside the window, on purpose.
 */
function datesOf(
  status: RequestStatus,
  { random, today, windows }: RequestSetting,
  calendar: WorkingCalendar,
): { applicationDate: IsoDate; receivedOn: IsoDate } {
  const isOld = status === 'transferred' ? random.chance(0.8) : status === 'rejected' && random.chance(0.4);
  const window = isOld ? windows[0] : windows[1];
  const daysAgo =
    status === 'pending' ? random.pick([0, 1, 2, 3, 5, 7, 9, 12, 15, 18, 20, 27, 34, 46]) : null;
  const latest = isOld ? addDays(window.to, 3) : addDays(today, -random.between(6, 10));
  const wanted =
    daysAgo === null ? addDays(latest, -random.between(0, isOld ? 85 : 34)) : addDays(today, -daysAgo);
  const receivedOn = workingDayUpTo(wanted, calendar);
  if (random.chance(0.04))
    return { applicationDate: addDays(window.from, -random.between(1, 4)), receivedOn };
  const applied = addDays(receivedOn, -random.between(0, 3));
  const inWindow = applied < window.from ? window.from : earlierOf(applied, window.to);
  return { applicationDate: earlierOf(inWindow, receivedOn), receivedOn };
}

function kioskCode(place: number): string {
  if (place % 29 === 0) return `D${String(10 + (place % 80))}K${String(1000 + place)}`;
  return place % 3 === 0 ? `K${String(116_200_000 + place * 131)}` : `K${String(11_030_000 + place * 257)}`;
}

function centreName(name: Bilingual, block: Bilingual): Bilingual {
  const [hi = '', en = ''] = [name.hi.split(' ')[0], name.en.split(' ')[0]];
  return { hi: `${hi} ई-मित्र केन्द्र, ${block.hi} (नमूना)`, en: `${en} e-Mitra Centre, ${block.en} (Sample)` };
}

/** One in thirty wants to move to the LSP it is with. */
function lspsOf(random: Random) {
  const current = random.between(1, 12);
  const target = random.chance(0.03) ? current : ((current + random.between(0, 10)) % 12) + 1;
  const idOf = (number: number) => lspId.parse(`lsp-${String(number).padStart(2, '0')}`);
  return [idOf(current), idOf(target)] as const;
}

function feeOf(
  random: Random,
  migrationsBefore: number,
  paidOn: IsoDate,
  place: number,
): MigrationRequest['fee'] {
  if (random.chance(0.04)) return null;
  const due = demoRuleSet.fees[migrationsBefore] ?? 200_000;
  const amount = random.chance(0.03) ? 25_000 : due;
  return { amount, reference: `SAMPLE-${String(71_000 + place * 13)}`, paidOn };
}

/** Without the count of services: that is the sum of the kiosk's history (`demo-kiosks.ts`). */
function recordOf(random: Random, before: IsoDate): NonNullable<MigrationRequest['record']> {
  return {
    registeredOn: addDays(before, -random.between(500, 3000)),
    serviceCount: 0,
    wallet: random.between(12_000, 4_800_000),
    advance: random.chance(0.2) ? random.between(10_000, 500_000) : 0,
    creditLimit: random.chance(0.3) ? 1_000_000 : 0,
    dues: random.chance(0.12) ? random.between(5_000, 350_000) : 0,
    tds: random.between(0, 190_000),
    security: random.pick([200_000, 500_000, 1_000_000]),
  };
}
