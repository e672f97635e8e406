import { calendarFor } from '../../../shared/domain/calendar.ts';
import { districtId } from '../../../shared/domain/ids.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { District, Lsp } from '../../../shared/domain/master.ts';
import { openStatuses, type MigrationRequest } from '../../../shared/domain/request.ts';
import type { FeedItem } from '../feed/write-item.ts';
import { withDemoPapers } from './checked-papers.ts';
import { withScans } from './demo-documents.ts';
import { demoHolidays } from './demo-holidays.ts';
import { demoKiosk, withServiceCount } from './demo-kiosks.ts';
import { demoDistrictRecords, demoHelplines, demoSigningTitles } from './demo-registers.ts';
import { demoTransfer } from './demo-transfers.ts';
import {
  demoActivationCodes,
  demoDistricts,
  demoFigures,
  demoLsps,
  demoOfficers,
  demoRuleSet,
  demoWindows,
} from './demo-master.ts';
import { demoRequest, statusOfPlace, type RequestSetting } from './demo-requests.ts';
import { Random } from './random.ts';
import { demoReasonCodes } from './reason-codes.ts';
import type { SeedBlob, SeedKiosk, SeedRows, SeedTransfer } from './seed-rows.ts';

export { demoActivationCodes } from './demo-master.ts';

export interface DemoOptions {
  /** The day (in India) around which the dates lie. */
  today: Date;
  /** The same number gives the same rows. Default 20. */
  seedNumber?: number;
  /** How many requests in both districts together. Default 300. */
  requests?: number;
  /** Whether documents are rendered; without them a lost record's documents are needed and have no scan. Default true. */
  hasScans?: boolean;
  /** Whether some open requests get papers that the desk's checks can read. Default false: drawing them takes time. */
  hasPapers?: boolean;
}

/** Room for what follows a request's last event. */
const marginMs = 10 * 60_000;

/** Two districts, twelve LSPs, and requests in every state: all of it made up, and marked नमूना where it has a name. */
export async function demoSeed(options: DemoOptions): Promise<SeedRows> {
  const random = new Random(options.seedNumber ?? 20);
  const today = indiaDate(options.today.getTime());
  const holidays = demoHolidays(today);
  const setting: RequestSetting = {
    random,
    today,
    latest: new Date(options.today.getTime() - marginMs).toISOString(),
    windows: demoWindows(today),
    calendars: {
      jaipur: calendarFor(holidays, districtId.parse('jaipur')),
      udaipur: calendarFor(holidays, districtId.parse('udaipur')),
    },
  };
  const districts = demoDistricts();
  const lsps = demoLsps(today);
  const requests: MigrationRequest[] = [];
  const kiosks: SeedKiosk[] = [];
  const blobs: SeedBlob[] = [];
  for (let place = 0; place < (options.requests ?? 300); place += 1) {
    const bare = demoRequest(place, setting, hasLostRecord(place));
    const kiosk = demoKiosk(bare, place, random);
    const counted = withServiceCount(bare, kiosk);
    const scanned =
      options.hasScans === false
        ? { request: counted, blobs: [] }
        : await withScans({ request: counted, ...namesOf(counted, districts, lsps) }, place);
    requests.push(scanned.request);
    blobs.push(...scanned.blobs);
    if (kiosk) kiosks.push(kiosk);
  }
  const moved = moveRecords(requests, kiosks, today);
  const papered = options.hasPapers ? await withDemoPapers(requests, blobs) : { requests, blobs };
  return {
    districts,
    officers: demoOfficers,
    activationCodes: demoActivationCodes,
    items: [...masterItems(setting, holidays), ...papered.requests.map(requestItem)],
    blobs: papered.blobs,
    ...moved,
  };
}

/** What the server did after the approvals: transfers, and the kiosks as they are afterwards. */
function moveRecords(
  requests: readonly MigrationRequest[],
  kiosks: readonly SeedKiosk[],
  today: string,
): Pick<SeedRows, 'kiosks' | 'transfers'> {
  const byCode = new Map(kiosks.map((kiosk) => [kiosk.code, [kiosk]]));
  const transfers: SeedTransfer[] = [];
  const ranks = new Map<string, number>();
  const latestFirst = [...requests].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  for (const request of latestFirst) {
    const [kiosk] = byCode.get(request.kioskCode) ?? [];
    const group = `${request.districtId} ${request.status}`;
    const rank = ranks.get(group) ?? 0;
    const transfer = demoTransfer(request, kiosk ?? null, rank, today);
    if (transfer === null) continue;
    if (kiosk) ranks.set(group, rank + 1);
    byCode.set(request.kioskCode, transfer.kiosks);
    transfers.push(transfer.row);
  }
  return { kiosks: [...byCode.values()].flat(), transfers };
}

function namesOf(request: MigrationRequest, districts: readonly District[], lsps: readonly Lsp[]) {
  const nameOfLsp = (id: string) => lsps.find((lsp) => lsp.id === id)?.name ?? { hi: id, en: id };
  const district = districts.find((each) => each.id === request.districtId)?.name;
  return {
    district: district ?? { hi: request.districtId, en: request.districtId },
    currentLsp: nameOfLsp(request.currentLspId),
    targetLsp: nameOfLsp(request.targetLspId),
  };
}

/** About one open request in six, and a few decided ones. */
function hasLostRecord(place: number): boolean {
  return openStatuses.includes(statusOfPlace(place)) ? place % 6 === 1 : place % 20 === 6;
}

function masterItems(
  { today, windows }: RequestSetting,
  holidays: ReturnType<typeof demoHolidays>,
): FeedItem[] {
  const lsps = demoLsps(today);
  return [
    item('rule-set', demoRuleSet.id, null, { ...demoRuleSet, asOf: today }),
    ...windows.map((window) => item('window', window.id, null, window)),
    ...holidays.map((list) =>
      item('holiday-list', `${list.year}-${list.districtId ?? 'state'}`, list.districtId, list),
    ),
    ...demoReasonCodes.map((code) => item('reason-code', code.code, null, { ...code, asOf: today })),
    ...demoDistrictRecords(today).map((district) => item('district', district.id, null, district)),
    ...demoHelplines(today).map((helpline) => item('helpline', helpline.id, null, helpline)),
    ...demoSigningTitles(today).map((title) => item('signing-title', title.id, null, title)),
    ...lsps.map((lsp) => item('lsp', lsp.id, null, lsp)),
    ...demoFigures(lsps, demoDistricts(), today).map((figures) =>
      item('lsp-figures', `${figures.lspId}-${figures.districtId}`, figures.districtId, figures),
    ),
  ];
}

function item(kind: string, id: string, forDistrict: string | null, body: unknown): FeedItem {
  return { kind, id, districtId: forDistrict, body };
}

function requestItem(request: MigrationRequest): FeedItem {
  const { id, districtId: district, version } = request;
  return { kind: 'request', id, districtId: district, version, body: request };
}
