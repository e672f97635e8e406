import { randomBytes } from 'node:crypto';
import { districtId, officerId, requestId, type RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';

/** A district of its own at a server, with requests that are to be decided, and codes for its desks. */
export interface DrillOffice {
  central: CentralServer;
  district: string;
  ids: RequestId[];
  /** For one more desk, of one more officer. */
  newCode(): Promise<string>;
}

export function startDrillServer(): Promise<CentralServer> {
  return startCentralServer({ seed: 'none' });
}

const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** @param scanEvery every so many requests one has a scan; 0: none has. */
export async function openOffice(
  central: CentralServer,
  requests: number,
  scanEvery = 0,
): Promise<DrillOffice> {
  const name = `drill-${randomBytes(6)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
  const district = { ...sampleOffice.district, id: districtId.parse(name) };
  await central.data.putDistrict(district);
  const ids = Array.from({ length: requests }, (_, nth) =>
    requestId.parse(`${name}-${String(nth).padStart(5, '0')}`),
  );
  for (const [nth, id] of ids.entries()) {
    const hasScan = scanEvery > 0 && nth % scanEvery === 0;
    const documents = hasScan ? [await scanFor(central, name, nth)] : [];
    await central.data.putRequest(sampleRequest({ id, districtId: district.id, documents }));
  }
  let officers = 0;
  return {
    central,
    district: name,
    ids,
    async newCode() {
      officers += 1;
      const login = `${name}-${officers}`;
      const officer = { ...sampleOffice.officer, id: officerId.parse(login), login, districtId: district.id };
      await central.data.putOfficer(officer, `CODE-${login}`);
      return `CODE-${login}`;
    },
  };
}

async function scanFor(
  central: CentralServer,
  district: string,
  nth: number,
): Promise<MigrationRequest['documents'][number]> {
  const bytes = Buffer.concat([jpegHead, Buffer.alloc(20_000, nth % 256), Buffer.from(`${district}-${nth}`)]);
  const hash = (await central.data.putBlob(bytes, district)) as never;
  const scan = { hash, size: bytes.length, mime: 'image/jpeg' as const, pages: 1, masked: true };
  return { id: 'doc-1', kind: 'application', need: 'needed', scan };
}
