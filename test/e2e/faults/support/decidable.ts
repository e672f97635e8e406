import { requestId } from '../../../../shared/domain/ids.ts';
import { migrationRequest, type MigrationRequest } from '../../../../shared/domain/request.ts';
import { officeDistrict, type Office } from '../../../support/e2e/office.ts';
import type { SeedRows } from '../../../central-server/start.ts';

/** Pending requests of the officer's district, in the order of their ids. */
export async function pendingRequests(office: Office): Promise<MigrationRequest[]> {
  return (await office.requests()).filter(({ status }) => status === 'pending');
}

/** A pending request of the officer's district that is as the first one of the sample data, under another number. */
export async function anotherRequest(
  office: Office,
  nth: number,
  changes: Partial<MigrationRequest> = {},
): Promise<MigrationRequest> {
  const [first] = await pendingRequests(office);
  if (!first) throw new Error('The sample data has no pending request');
  return { ...copyOf(first, nth), ...changes };
}

/** Adds pending requests to sample data, for tests that decide more than it has. */
export function withPending(count: number): (seed: SeedRows) => SeedRows {
  return (seed) => {
    const requests = seed.items
      .filter(({ kind, districtId }) => kind === 'request' && districtId === officeDistrict)
      .map(({ body }) => migrationRequest.parse(body));
    const first = requests.find(({ status }) => status === 'pending');
    if (!first) throw new Error('The sample data has no pending request');
    const items = Array.from({ length: count }, (_, nth) => {
      const body = copyOf(first, nth);
      return { kind: 'request', id: body.id, districtId: body.districtId, version: body.version, body };
    });
    return { ...seed, items: [...seed.items, ...items] };
  };
}

function copyOf(request: MigrationRequest, nth: number): MigrationRequest {
  const number = String(nth + 1).padStart(4, '0');
  return {
    ...request,
    id: requestId.parse(`request-more-${number}`),
    requestNo: `MIG/MORE/${number}`,
    kioskCode: `K${18_200_000 + nth}`,
    documents: [],
  };
}
