import { lspId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { migrationRequest } from '../../../shared/domain/request.ts';
import type { SeedRows } from '../../central-server/start.ts';
import { officeDistrict } from './office.ts';

/** What one test needs of its own request, of which no other test knows. */
export interface SampleCase {
  /** Which of the seed's pending requests may be taken; any, when left out. */
  fits?: (request: MigrationRequest) => boolean;
  change?: (request: MigrationRequest) => MigrationRequest;
}

export interface SampleCases<Name extends string> {
  /** Goes to `useScene`. */
  shape: (seed: SeedRows) => SeedRows;
  /** The request as the server begins with it. */
  request(name: Name): MigrationRequest;
}

/** Takes one pending request of the officer's district for each case, and changes it before the server starts. */
export function sampleCases<Name extends string>(cases: Record<Name, SampleCase>): SampleCases<Name> {
  const taken = new Map<string, MigrationRequest>();
  return {
    shape(seed) {
      const free = seed.items.flatMap((item) => {
        const request = item.kind === 'request' ? migrationRequest.parse(item.body) : null;
        return request?.districtId === officeDistrict && request.status === 'pending' ? [request] : [];
      });
      for (const [name, { fits, change }] of entries(cases)) {
        const at = free.findIndex(fits ?? (() => true));
        const [found] = at < 0 ? [] : free.splice(at, 1);
        if (!found) throw new Error(`The seed has no request left for the case ${name}`);
        taken.set(name, change ? change(found) : found);
      }
      const changed = new Map([...taken.values()].map((request) => [request.id as string, request]));
      const items = seed.items.map((item) => {
        const body = item.kind === 'request' ? changed.get(item.id) : undefined;
        return body ? { ...item, body } : item;
      });
      return { ...seed, items };
    },
    request(name) {
      const request = taken.get(name);
      if (!request) throw new Error(`The case ${name} is read before its office was started`);
      return request;
    },
  };
}

/** Meets every condition with the sample master data. */
export function passing(request: MigrationRequest): MigrationRequest {
  return {
    ...request,
    category: 'C',
    categoryToday: 'C',
    migrationsBefore: 0,
    fee: { amount: 50_000, reference: 'SAMPLE-E2E', paidOn: request.receivedOn },
    applicationDate: request.receivedOn,
    registeredOperator: request.applicant,
    reason: 'नमूना: सहायता नहीं मिलती',
    currentLspId: lspId.parse('lsp-02'),
    targetLspId: lspId.parse('lsp-01'),
  };
}

/** Fails two conditions: no fee, and no reason for leaving. */
export function failingTwo(request: MigrationRequest): MigrationRequest {
  return { ...passing(request), fee: null, reason: null };
}

/** The second names differ, so that the two may be one person or two: one condition is unknown, none fails. */
export function unknownOperator(request: MigrationRequest): MigrationRequest {
  const applicant = { hi: 'नमूना किशन लाल', en: 'Sample Kishan Lal' };
  const registered = { hi: 'नमूना किशन चन्द', en: 'Sample Kishan Chand' };
  return {
    ...passing(request),
    applicant: { ...request.applicant, name: applicant },
    registeredOperator: { name: registered, mobileLast4: null },
  };
}

/** Has a JPEG and a PDF of more than one page. */
export function hasBothScans(request: MigrationRequest): boolean {
  const scans = request.documents.flatMap(({ scan }) => scan ?? []);
  return (
    scans.some(({ mime }) => mime === 'image/jpeg') &&
    scans.some(({ mime, pages }) => mime === 'application/pdf' && pages > 1)
  );
}

function entries<Name extends string>(cases: Record<Name, SampleCase>): [Name, SampleCase][] {
  return Object.entries(cases) as [Name, SampleCase][];
}
