import type { KioskSnapshot, ReconciliationItem, ReconciliationLine } from './transfer.ts';

type Value = (kiosk: KioskSnapshot) => string | number;

const facts: readonly [ReconciliationItem, ReconciliationLine['unit'], Value][] = [
  ['kiosk-code', 'text', (kiosk) => kiosk.kioskCode],
  ['centre-name', 'text', ({ centre: { name } }) => `${name.hi} / ${name.en}`],
  ['centre-district', 'text', (kiosk) => kiosk.centre.districtId],
  ['registered-on', 'date', (kiosk) => kiosk.centre.registeredOn],
  ['lsp', 'lsp', (kiosk) => kiosk.lspId],
  ['login', 'text', (kiosk) => kiosk.loginId],
  ['service-total', 'count', ({ history }) => history.reduce((sum, { count }) => sum + count, 0)],
  ['wallet', 'paise', (kiosk) => kiosk.wallet],
  ['advance', 'paise', (kiosk) => kiosk.advance],
  ['credit-limit', 'paise', (kiosk) => kiosk.creditLimit],
  ['dues', 'paise', (kiosk) => kiosk.dues],
  ['tds', 'paise', (kiosk) => kiosk.tds],
  ['security', 'paise', (kiosk) => kiosk.security],
];

/** Where one snapshot is missing though the records are said to have moved: what nobody knows differs. */
export function linesWithoutSnapshot(
  before: KioskSnapshot | null,
  after: KioskSnapshot | null,
): ReconciliationLine[] {
  return facts.map(([item, unit, of]) => ({
    ...{ item, service: null, month: null, unit, difference: null, verdict: 'differs' },
    before: before && of(before),
    after: after && of(after),
  }));
}
