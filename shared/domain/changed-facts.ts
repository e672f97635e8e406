import type { MigrationRequest } from './request.ts';

/** What two versions of a request are compared by, in the order in which an officer reads a request. */
export const factNames = [
  'status',
  'purpose',
  'centreName',
  'kioskCode',
  'newKioskCode',
  'block',
  'area',
  'category',
  'applicant',
  'registeredOperator',
  'currentLsp',
  'targetLsp',
  'reason',
  'migrationsBefore',
  'applicationDate',
  'receivedOn',
  'pauses',
  'fee',
  'registeredOn',
  'serviceCount',
  'wallet',
  'advance',
  'creditLimit',
  'dues',
  'tds',
  'security',
  'documents',
  'history',
] as const;
export type FactName = (typeof factNames)[number];

/** Every field of a request that says something is told by one of the facts; ids and versions say nothing. */
const read: Record<FactName, (request: MigrationRequest) => unknown> = {
  status: (request) => request.status,
  purpose: (request) => request.purpose,
  centreName: (request) => request.centreName,
  kioskCode: (request) => request.kioskCode,
  newKioskCode: (request) => request.newKioskCode,
  block: (request) => request.block,
  area: (request) => request.area,
  category: (request) => [request.category, request.categoryToday],
  applicant: (request) => request.applicant,
  registeredOperator: (request) => request.registeredOperator,
  currentLsp: (request) => request.currentLspId,
  targetLsp: (request) => request.targetLspId,
  reason: (request) => request.reason,
  migrationsBefore: (request) => request.migrationsBefore,
  applicationDate: (request) => request.applicationDate,
  receivedOn: (request) => request.receivedOn,
  pauses: (request) => request.pauses,
  fee: (request) => request.fee,
  registeredOn: (request) => request.record?.registeredOn,
  serviceCount: (request) => request.record?.serviceCount,
  wallet: (request) => request.record?.wallet,
  advance: (request) => request.record?.advance,
  creditLimit: (request) => request.record?.creditLimit,
  dues: (request) => request.record?.dues,
  tds: (request) => request.record?.tds,
  security: (request) => request.record?.security,
  documents: (request) => request.documents,
  history: (request) => request.history,
};

/** The facts in which two versions of a request differ, in the order of `factNames`. */
export function changedFacts(before: MigrationRequest, after: MigrationRequest): FactName[] {
  return factNames.filter((name) => !isSame(read[name](before), read[name](after)));
}

/** Of plain data; the order of an object's fields says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  return left.length === right.size && left.every(([key, value]) => isSame(value, right.get(key)));
}
