import { compareHistory } from './compare-history.ts';
import { linesOfOldId } from './lines-of-old-id.ts';
import { linesWithoutSnapshot } from './lines-without-snapshot.ts';
import {
  lineKey,
  type KioskSnapshot,
  type ReconciliationItem,
  type ReconciliationLine,
  type Transfer,
} from './transfer.ts';

const balances: readonly [ReconciliationItem, (kiosk: KioskSnapshot) => number][] = [
  ['wallet', (kiosk) => kiosk.wallet],
  ['advance', (kiosk) => kiosk.advance],
  ['credit-limit', (kiosk) => kiosk.creditLimit],
  ['dues', (kiosk) => kiosk.dues],
  ['tds', (kiosk) => kiosk.tds],
  ['security', (kiosk) => kiosk.security],
];

/**
 * The kiosk before beside the kiosk after, line by line in a fixed order: whose it is, which ID is in use, its services
 * by name and month, its money to the paisa. Empty until both snapshots are there; a completed transfer that lacks one
 * differs in every line. Only what the transfer is for may
 * have changed (LSP, kiosk code, the IDs' states), and only exactly as the transfer says. Not compared: the times of the
 * snapshots, and centre and LSP on an old ID that nobody uses any more.
 */
export function reconcile(transfer: Transfer): ReconciliationLine[] {
  const { before, after, state } = transfer;
  if (before === null || after === null) {
    return state === 'completed' ? linesWithoutSnapshot(before, after) : [];
  }
  return [
    kioskCode(transfer, before, after),
    centreName(before, after),
    unchanged('centre-district', 'text', before.centre.districtId, after.centre.districtId),
    unchanged('registered-on', 'date', before.centre.registeredOn, after.centre.registeredOn),
    lspLine(transfer, before, after),
    unchanged('login', 'text', before.loginId, after.loginId),
    idInUse(transfer, before, after),
    ...linesOfOldId(transfer, before),
    ...compareHistory(before.history, after.history),
    ...balances.map(([item, of]) => money(item, of(before), of(after))),
  ];
}

/** The keys of the differences that no acknowledgement of the transfer covers yet, in the order of the lines. */
export function toAcknowledge(transfer: Transfer, lines: readonly ReconciliationLine[]): string[] {
  const covered = new Set(transfer.acts.flatMap(({ act }) => (act.kind === 'acknowledge' ? act.lines : [])));
  const differing = lines.filter((line) => line.verdict === 'differs').map(lineKey);
  return differing.filter((key) => !covered.has(key));
}

function kioskCode(transfer: Transfer, before: KioskSnapshot, after: KioskSnapshot): ReconciliationLine {
  const { oldKioskCode, newKioskCode } = transfer;
  const isAsMeant = before.kioskCode === oldKioskCode && after.kioskCode === (newKioskCode ?? oldKioskCode);
  return asMeant('kiosk-code', 'text', before.kioskCode, after.kioskCode, isAsMeant);
}

function lspLine(transfer: Transfer, before: KioskSnapshot, after: KioskSnapshot): ReconciliationLine {
  const isAsMeant = before.lspId === transfer.fromLspId && after.lspId === transfer.toLspId;
  return asMeant('lsp', 'lsp', before.lspId, after.lspId, isAsMeant);
}

/** A new ID was nobody's before; a kept one was in use and still is. */
function idInUse(
  { newKioskCode, oldKioskCode }: Transfer,
  before: KioskSnapshot,
  after: KioskSnapshot,
): ReconciliationLine {
  if (newKioskCode !== null && newKioskCode !== oldKioskCode) {
    return asMeant('new-id-active', 'yes-no', null, after.isActive, after.isActive);
  }
  const isAsMeant = before.isActive && after.isActive;
  return asMeant('new-id-active', 'yes-no', before.isActive, after.isActive, isAsMeant);
}

/** Both languages in one line; compared one by one, so that no character moves from one into the other unseen. */
function centreName({ centre: before }: KioskSnapshot, { centre: after }: KioskSnapshot): ReconciliationLine {
  const isSame = before.name.hi === after.name.hi && before.name.en === after.name.en;
  const textOf = ({ hi, en }: { hi: string; en: string }) => `${hi} / ${en}`;
  return {
    ...asMeant('centre-name', 'text', textOf(before.name), textOf(after.name), isSame),
    verdict: isSame ? 'same' : 'differs',
  };
}

function unchanged(
  item: ReconciliationItem,
  unit: 'text' | 'date',
  before: string,
  after: string,
): ReconciliationLine {
  return asMeant(item, unit, before, after, before === after);
}

function asMeant(
  item: ReconciliationItem,
  unit: ReconciliationLine['unit'],
  before: ReconciliationLine['before'],
  after: ReconciliationLine['after'],
  isAsMeant: boolean,
): ReconciliationLine {
  const verdict = !isAsMeant ? 'differs' : before === after ? 'same' : 'expected';
  return { item, service: null, month: null, unit, before, after, difference: null, verdict };
}

function money(item: ReconciliationItem, before: number, after: number): ReconciliationLine {
  return {
    ...{ item, service: null, month: null, unit: 'paise', before, after },
    difference: after - before,
    verdict: before === after ? 'same' : 'differs',
  };
}
