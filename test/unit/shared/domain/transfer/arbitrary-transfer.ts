import fc from 'fast-check';
import { districtId, lspId, requestId } from '../../../../../shared/domain/ids.ts';
import type { KioskSnapshot, Transfer } from '../../../../../shared/domain/transfer/transfer.ts';

const at = '2026-11-20T06:00:00.000Z';
const amount = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
const month = fc
  .tuple(fc.integer({ min: 2022, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${String(year)}-${String(number).padStart(2, '0')}`);
const history = fc.uniqueArray(
  fc.record({
    service: fc.constantFrom('जन आधार', 'बिजली बिल', 'पानी बिल', 'मूल निवास'),
    month,
    count: fc.integer({ min: 0, max: 5000 }),
  }),
  { maxLength: 12, selector: (each) => `${each.service}|${each.month}` },
);

const before: fc.Arbitrary<KioskSnapshot> = fc.record({
  takenAt: fc.constant(at),
  kioskCode: fc.constant('K11034638'),
  isActive: fc.constant(true),
  centre: fc.constant({
    name: { hi: 'नमूना केन्द्र', en: 'Sample Centre' },
    districtId: districtId.parse('jaipur'),
    registeredOn: '2021-04-05',
  }),
  lspId: fc.constant(lspId.parse('lsp-01')),
  loginId: fc.constant('namuna.kiosk'),
  history,
  wallet: amount,
  advance: amount,
  creditLimit: amount,
  dues: amount,
  tds: amount,
  security: amount,
});

/** A transfer in which everything is as it should be, with a new ID or without. */
export const wholeTransfer: fc.Arbitrary<Transfer> = fc
  .tuple(before, fc.boolean(), fc.array(fc.integer()))
  .map(([kiosk, hasNewId, order]) => {
    const newKioskCode = hasNewId ? 'K21500007' : null;
    const moved = kiosk.history.map((entry, place) => ({ entry, place: order[place] ?? place }));
    const history = moved.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
    const emptied = { history: [], wallet: 0, advance: 0, creditLimit: 0, dues: 0, tds: 0, security: 0 };
    const after = { ...kiosk, history, lspId: lspId.parse('lsp-02') };
    return {
      ...{ requestId: requestId.parse('request-0001'), districtId: kiosk.centre.districtId },
      ...{ requestNo: 'MIG/2026/4100', oldKioskCode: kiosk.kioskCode, newKioskCode },
      ...{ fromLspId: kiosk.lspId, toLspId: after.lspId, state: 'completed', failure: null, stages: [] },
      before: kiosk,
      after: { ...after, kioskCode: newKioskCode ?? kiosk.kioskCode },
      oldAfter: hasNewId ? { ...kiosk, ...emptied, isActive: false, loginId: '' } : null,
      ...{ acts: [], updatedAt: at },
    };
  });

type Change = (snapshot: KioskSnapshot) => KioskSnapshot;

const moneyFields = ['wallet', 'advance', 'creditLimit', 'dues', 'tds', 'security'] as const;

const moneyChange: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom(...moneyFields), fc.constantFrom(1, -1, 100, 2 ** 31))
  .map(([field, by]) => (snapshot) => ({ ...snapshot, [field]: snapshot[field] + by }));

const historyChange: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(), fc.nat({ max: 4 }))
  .map(([place, what]) => (snapshot) => ({
    ...snapshot,
    history: changedHistory(snapshot.history, place, what),
  }));

/** One count more, one entry gone (or new), doubled, of another month, of another service. */
function changedHistory(entries: KioskSnapshot['history'], place: number, what: number) {
  const extra = { service: 'पेंशन सत्यापन', month: '2021-01', count: 1 };
  const entry = entries[place % Math.max(entries.length, 1)];
  if (entry === undefined) return [extra];
  const others = entries.filter((each) => each !== entry);
  switch (what) {
    case 0:
      return [...others, { ...entry, count: entry.count + 1 }];
    case 1:
      return entry.count === 0 ? [...entries, extra] : others;
    case 2:
      return [...entries, entry];
    case 3:
      return [...others, { ...entry, count: entry.count + 1, month: '2020-12' }];
    default:
      return [...others, { ...entry, count: entry.count + 1, service: 'राशन कार्ड' }];
  }
}

/** Any one thing of a snapshot that a reconciliation must find in `before` and `after`. */
export const singleChange: fc.Arbitrary<Change> = fc.oneof(
  moneyChange,
  historyChange,
  fc.constantFrom<Change>(
    (each) => ({ ...each, kioskCode: 'K99999999' }),
    (each) => ({ ...each, isActive: !each.isActive }),
    (each) => ({ ...each, lspId: lspId.parse('lsp-09') }),
    (each) => ({ ...each, loginId: `${each.loginId}2` }),
    (each) => ({ ...each, centre: { ...each.centre, name: { ...each.centre.name, hi: 'अन्य' } } }),
    (each) => ({ ...each, centre: { ...each.centre, name: { ...each.centre.name, en: 'Other' } } }),
    (each) => ({ ...each, centre: { ...each.centre, districtId: districtId.parse('udaipur') } }),
    (each) => ({ ...each, centre: { ...each.centre, registeredOn: '2021-04-06' } }),
  ),
);

/** Any one thing of what must be empty and inactive. */
export const changeOfOldId: fc.Arbitrary<Change> = fc.oneof(
  moneyChange,
  historyChange,
  fc.constantFrom<Change>(
    (each) => ({ ...each, isActive: true }),
    (each) => ({ ...each, loginId: 'namuna.kiosk' }),
    (each) => ({ ...each, kioskCode: 'K99999999' }),
  ),
);
