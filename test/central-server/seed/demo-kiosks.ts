import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { Random } from './random.ts';
import type { SeedKiosk } from './seed-rows.ts';

const services = ['जन आधार', 'बिजली बिल', 'पानी बिल', 'मूल निवास', 'जाति प्रमाण पत्र', 'पेंशन सत्यापन'];

/**
 * The kiosk of a request that has its record, as it was before any transfer, with a monthly history: of every third one over up to four years, of the
 * others over the last half year. Balances are those of the record.
 */
export function demoKiosk(request: MigrationRequest, place: number, random: Random): SeedKiosk | null {
  const { record } = request;
  if (record === null) return null;
  const months = place % 3 === 0 ? random.between(24, 48) : 6;
  const offered = [random.pick(services.slice(0, 3)), random.pick(services.slice(3))];
  const { wallet, advance, creditLimit, dues, tds, security } = record;
  return {
    code: request.kioskCode,
    districtId: request.districtId,
    lspId: request.currentLspId,
    nameHi: request.centreName.hi,
    nameEn: request.centreName.en,
    registeredOn: record.registeredOn,
    isActive: true,
    loginId: `namuna-${String(4100 + place)}`,
    history: monthsBefore(request.applicationDate, record.registeredOn, months).flatMap((month) =>
      offered.map((service) => ({ month, service, count: random.between(3, 90) })),
    ),
    balance: { wallet, advance, creditLimit, dues, tds, security },
  };
}

/** What became of a kiosk whose request was transferred: the one in use stands last. */
export function kiosksAfter(kiosk: SeedKiosk, request: MigrationRequest): SeedKiosk[] {
  const moved = { ...kiosk, lspId: request.targetLspId };
  if (request.newKioskCode === null) return [moved];
  const nothing = { wallet: 0, advance: 0, creditLimit: 0, dues: 0, tds: 0, security: 0 };
  const left = { ...kiosk, isActive: false, loginId: '', history: [], balance: nothing };
  return [left, { ...moved, code: request.newKioskCode }];
}

/** The request's record tells the same number of services as its kiosk's history. */
export function withServiceCount(request: MigrationRequest, kiosk: SeedKiosk | null): MigrationRequest {
  if (request.record === null || kiosk === null) return request;
  const serviceCount = kiosk.history.reduce((sum, row) => sum + row.count, 0);
  return { ...request, record: { ...request.record, serviceCount } };
}

function monthsBefore(date: string, registeredOn: string, count: number): string[] {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 7),
  ).filter((each) => each > registeredOn.slice(0, 7));
}
