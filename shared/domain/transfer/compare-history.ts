import type { KioskSnapshot, ReconciliationLine } from './transfer.ts';

type History = KioskSnapshot['history'];

interface Month {
  service: string;
  month: string;
  before: number;
  after: number;
  /** A snapshot that tells a month of a service twice contradicts itself, even where the sums agree. */
  isDoubled: boolean;
}

/** The sum of all services, then each service by name and month; the order of the entries does not matter. */
export function compareHistory(before: History, after: History): ReconciliationLine[] {
  const months = new Map<string, Month>();
  gather(months, before, 'before');
  gather(months, after, 'after');
  const inOrder = [...months.values()].sort(
    (a, b) => inCodeOrder(a.service, b.service) || inCodeOrder(a.month, b.month),
  );
  return [total(before, after), ...inOrder.map(lineOf)];
}

function gather(months: Map<string, Month>, history: History, side: 'before' | 'after'): void {
  const seen = new Set<string>();
  for (const { service, month, count } of history) {
    const key = `${month} ${service}`;
    const entry = months.get(key) ?? { service, month, before: 0, after: 0, isDoubled: false };
    entry[side] += count;
    entry.isDoubled ||= seen.has(key);
    seen.add(key);
    months.set(key, entry);
  }
}

function total(before: History, after: History): ReconciliationLine {
  const sums = [before, after].map((history) => history.reduce((sum, { count }) => sum + count, 0));
  const [sumBefore = 0, sumAfter = 0] = sums;
  return {
    ...{ item: 'service-total', service: null, month: null, unit: 'count' },
    ...{ before: sumBefore, after: sumAfter, difference: sumAfter - sumBefore },
    verdict: sumBefore === sumAfter ? 'same' : 'differs',
  };
}

function lineOf({ service, month, before, after, isDoubled }: Month): ReconciliationLine {
  return {
    ...{ item: 'service', service, month, unit: 'count', before, after, difference: after - before },
    verdict: before === after && !isDoubled ? 'same' : 'differs',
  };
}

/** By code points: the same on every machine, whatever its language. */
function inCodeOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
