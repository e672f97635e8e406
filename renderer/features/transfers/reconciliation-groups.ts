import type { ReconciliationItem, ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';

/** One service with its months and their sums. */
export interface ServiceGroup {
  service: string;
  months: ReconciliationLine[];
  before: number;
  after: number;
  difference: number;
  differs: boolean;
}

export interface ReconciliationGroups {
  /** Whose the kiosk is, and which ID is in use. */
  identity: ReconciliationLine[];
  /** All services together; null before there is one. */
  serviceTotal: ReconciliationLine | null;
  services: ServiceGroup[];
  balances: ReconciliationLine[];
}

const balanceItems: readonly ReconciliationItem[] = [
  'wallet',
  'advance',
  'credit-limit',
  'dues',
  'tds',
  'security',
];

/** The lines of a reconciliation as they are read: each line in exactly one group, in the order in which they came. */
export function groupsOf(lines: readonly ReconciliationLine[]): ReconciliationGroups {
  const isBalance = ({ item }: ReconciliationLine) => balanceItems.includes(item);
  return {
    identity: lines.filter(
      (line) => line.item !== 'service' && line.item !== 'service-total' && !isBalance(line),
    ),
    serviceTotal: lines.find(({ item }) => item === 'service-total') ?? null,
    services: servicesOf(lines.filter(({ item }) => item === 'service')),
    balances: lines.filter(isBalance),
  };
}

function servicesOf(lines: readonly ReconciliationLine[]): ServiceGroup[] {
  const byService = Map.groupBy(lines, (line) => line.service ?? '');
  return [...byService].map(([service, months]) => {
    const sum = (side: 'before' | 'after') =>
      months.reduce((total, line) => total + (typeof line[side] === 'number' ? line[side] : 0), 0);
    const [before, after] = [sum('before'), sum('after')];
    const differs = months.some(({ verdict }) => verdict === 'differs');
    return { service, months, before, after, difference: after - before, differs };
  });
}

/** Only what differs. A service whose months differ and whose sums agree still stands: its months say where. */
export function differencesOnly(groups: ReconciliationGroups): ReconciliationGroups {
  const differing = (lines: readonly ReconciliationLine[]) =>
    lines.filter(({ verdict }) => verdict === 'differs');
  return {
    identity: differing(groups.identity),
    serviceTotal: groups.serviceTotal?.verdict === 'differs' ? groups.serviceTotal : null,
    services: groups.services
      .filter(({ differs }) => differs)
      .map((group) => ({ ...group, months: differing(group.months) })),
    balances: differing(groups.balances),
  };
}

export function isEmpty({ identity, serviceTotal, services, balances }: ReconciliationGroups): boolean {
  return identity.length + services.length + balances.length === 0 && serviceTotal === null;
}
