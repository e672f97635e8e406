import type { KioskSnapshot, ReconciliationLine, Transfer } from './transfer.ts';

/** Where a new ID took the old one's place: the old one is inactive, and neither money, services nor login are left. */
export function linesOfOldId(transfer: Transfer, before: KioskSnapshot): ReconciliationLine[] {
  const { oldKioskCode, newKioskCode, oldAfter } = transfer;
  if (newKioskCode === null || newKioskCode === oldKioskCode) return [];
  if (oldAfter?.kioskCode !== oldKioskCode) {
    return [unknown('old-id-inactive', !before.isActive), unknown('old-id-empty', null)];
  }
  const inactive: ReconciliationLine = {
    ...unknown('old-id-inactive', !before.isActive),
    after: !oldAfter.isActive,
    verdict: before.isActive && !oldAfter.isActive ? 'expected' : 'differs',
  };
  const left = leftBehind(oldAfter);
  if (left.length > 0) return [inactive, ...left];
  return [inactive, { ...unknown('old-id-empty', null), after: true, verdict: 'expected' }];
}

/**
 * One line for each sort of thing, with its amount, so that an acknowledgement names what it means. Money is summed
 * without its sign: an amount and its opposite do not cancel out.
 */
function leftBehind(old: KioskSnapshot): ReconciliationLine[] {
  const { wallet, advance, creditLimit, dues, tds, security } = old;
  const money = [wallet, advance, creditLimit, dues, tds, security].reduce(
    (sum, amount) => sum + Math.abs(amount),
    0,
  );
  const services = old.history.reduce((sum, { count }) => sum + count, 0);
  const lines: ReconciliationLine[] = [];
  if (money !== 0) lines.push(amountLeft('paise', money));
  if (services !== 0) lines.push(amountLeft('count', services));
  if (old.loginId !== '') {
    lines.push({ ...unknown('old-id-empty', null), unit: 'text', after: old.loginId });
  }
  return lines;
}

function amountLeft(unit: 'paise' | 'count', amount: number): ReconciliationLine {
  return { ...unknown('old-id-empty', null), unit, before: 0, after: amount, difference: amount };
}

/** What nobody knows differs. */
function unknown(item: 'old-id-inactive' | 'old-id-empty', before: boolean | null): ReconciliationLine {
  return {
    ...{ item, service: null, month: null, unit: 'yes-no', before, after: null, difference: null },
    verdict: 'differs',
  };
}
