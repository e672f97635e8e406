import { migrationRequest, type MigrationRequest } from '../../../../shared/domain/request.ts';
import { requestId, lspId } from '../../../../shared/domain/ids.ts';
import { Random } from '../../../central-server/seed/random.ts';
import type { SeedKiosk } from '../../../central-server/seed/seed-rows.ts';
import { demoSeed, type SeedRows } from '../../../central-server/start.ts';
import { waitingTransfer } from '../../../central-server/transfers/transfer-rows.ts';

const services = ['जन आधार', 'बिजली बिल', 'पानी बिल', 'मूल निवास', 'जाति प्रमाण पत्र'];
const approvedAt = new Date('2026-11-19T06:00:00.000Z');

/** Approved requests whose transfers wait, each with a kiosk of its own: figures of any size, with and without a new ID. */
export async function transferSeed(count: number, seedNumber: number): Promise<SeedRows> {
  const random = new Random(seedNumber);
  const demo = await demoSeed({ today: approvedAt, requests: 1, hasScans: false });
  const model = migrationRequest.parse(demo.items.find((item) => item.kind === 'request')?.body);
  const requests = Array.from({ length: count }, (_, place) => approvedRequest(model, place, random));
  return {
    ...demo,
    items: [
      ...demo.items.filter((item) => item.kind !== 'request'),
      ...requests.map((request) => ({
        ...{ kind: 'request', id: request.id, districtId: request.districtId },
        ...{ version: request.version, body: request },
      })),
    ],
    kiosks: requests.map((request, place) => kioskOf(request, place, random)),
    transfers: requests.map((request) => ({
      transfer: waitingTransfer(request, approvedAt),
      notBefore: approvedAt.toISOString(),
    })),
  };
}

function approvedRequest(model: MigrationRequest, place: number, random: Random): MigrationRequest {
  const from = random.between(1, 12);
  const to = (from % 12) + 1;
  const idOf = (number: number) => lspId.parse(`lsp-${String(number).padStart(2, '0')}`);
  return {
    ...model,
    id: requestId.parse(`request-${String(place)}`),
    requestNo: `MIG/2026/${String(place)}`,
    status: 'approved',
    kioskCode: `K${String(11_000_000 + place)}`,
    newKioskCode: random.chance(0.6) ? `K${String(22_000_000 + place)}` : null,
    currentLspId: idOf(from),
    targetLspId: idOf(to),
  };
}

function kioskOf(request: MigrationRequest, place: number, random: Random): SeedKiosk {
  const amount = () =>
    random.pick([0, 1, -1, random.between(0, 5_000_000), random.between(2 ** 31, 2 ** 45)]);
  const months = random.between(0, 4);
  const history = Array.from({ length: months }, (_, back) =>
    services
      .filter(() => random.chance(0.5))
      .map((service) => ({ service, month: `2026-0${String(9 - back)}`, count: random.between(0, 900) })),
  ).flat();
  return {
    code: request.kioskCode,
    districtId: request.districtId,
    lspId: request.currentLspId,
    nameHi: `नमूना केन्द्र ${String(place)}`,
    nameEn: `Sample Centre ${String(place)}`,
    registeredOn: '2021-04-05',
    isActive: true,
    loginId: `namuna-${String(place)}`,
    history,
    balance: {
      ...{ wallet: amount(), advance: amount(), creditLimit: amount() },
      ...{ dues: amount(), tds: amount(), security: amount() },
    },
  };
}
