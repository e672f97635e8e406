import { deviceId, officerId, requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import type { Claim } from '../../../shared/sync/claims.ts';
import type { FakeDesk } from './fake-handlers.ts';

/** How many of the first requests another officer works on. */
const claimed = 12;

export function sampleClaims(now: number): Claim[] {
  return Array.from({ length: claimed }, (_, index) => ({
    requestId: requestId.parse(`req-${String(index).padStart(5, '0')}`),
    officerId: officerId.parse('officer-2'),
    officerName: { hi: 'नमूना द्वितीय अधिकारी', en: 'Sample Second Officer' },
    deviceId: deviceId.parse('device-2'),
    until: instantOf(now + 900_000),
  }));
}

export function fakeClaims(desk: FakeDesk): Pick<Handlers, 'claim.list' | 'claim.hold' | 'claim.release'> {
  const standing = () => desk.claims.filter(({ until }) => until > instantOf(desk.now()));
  return {
    'claim.list': async () => ok(standing()),
    'claim.hold': async ({ requestId: id }) => ok(standing().find((claim) => claim.requestId === id) ?? null),
    'claim.release': async () => ok(undefined),
  };
}
