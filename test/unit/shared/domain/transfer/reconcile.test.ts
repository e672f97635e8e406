import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceId, officerId } from '../../../../../shared/domain/ids.ts';
import { reconcile, toAcknowledge } from '../../../../../shared/domain/transfer/reconcile.ts';
import { transferActId } from '../../../../../shared/domain/transfer/transfer-act.ts';
import {
  lineKey,
  reconciliationLine,
  type KioskSnapshot,
  type Transfer,
} from '../../../../../shared/domain/transfer/transfer.ts';
import { changeOfOldId, singleChange, wholeTransfer } from './arbitrary-transfer.ts';

function differing(transfer: Transfer) {
  return reconcile(transfer).filter((line) => line.verdict === 'differs');
}

function sample(): Transfer {
  const [transfer] = fc.sample(
    wholeTransfer.filter((each) => each.newKioskCode !== null && (each.before?.history.length ?? 0) > 2),
    { numRuns: 1, seed: 7 },
  );
  if (!transfer) throw new Error('No sample');
  return transfer;
}

test('a transfer in which all is as it should be has no difference, in whatever order the history comes', () => {
  fc.assert(
    fc.property(wholeTransfer, (transfer) => {
      const lines = reconcile(transfer);
      expect(lines.filter((line) => line.verdict === 'differs')).toEqual([]);
      expect(lines.every((line) => reconciliationLine.safeParse(line).success)).toBe(true);
      expect(lines.every((line) => (line.difference ?? 0) === 0)).toBe(true);
      const turned = [...(transfer.before?.history ?? [])].reverse();
      const before = transfer.before && { ...transfer.before, history: turned };
      expect(reconcile({ ...transfer, before })).toEqual(lines);
    }),
    { numRuns: 300 },
  );
});

test('any single change of a snapshot is found, before or after', () => {
  fc.assert(
    fc.property(wholeTransfer, singleChange, fc.boolean(), (transfer, change, isBefore) => {
      const changed = (snapshot: KioskSnapshot | null) => snapshot && change(snapshot);
      const planted = isBefore
        ? { ...transfer, before: changed(transfer.before) }
        : { ...transfer, after: changed(transfer.after) };
      expect(differing(planted).length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test('anything left on the old ID is found, and an old ID of which nothing is known', () => {
  const withNewId = wholeTransfer.filter((each) => each.newKioskCode !== null);
  fc.assert(
    fc.property(withNewId, changeOfOldId, (transfer, change) => {
      const oldAfter = transfer.oldAfter && change(transfer.oldAfter);
      const lines = differing({ ...transfer, oldAfter });
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every((line) => line.item.startsWith('old-id'))).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(differing({ ...sample(), oldAfter: null }).map((line) => line.item)).toEqual([
    'old-id-inactive',
    'old-id-empty',
  ]);
});

test('an amount and its opposite that were left on the old ID do not cancel out', () => {
  const transfer = sample();
  const oldAfter = transfer.oldAfter && { ...transfer.oldAfter, wallet: 1, dues: -1 };
  expect(differing({ ...transfer, oldAfter })).toMatchObject([
    { item: 'old-id-empty', unit: 'paise', difference: 2 },
  ]);
});

test('nothing is said of a transfer under way before both snapshots are there', () => {
  const transfer: Transfer = { ...sample(), state: 'waiting' };
  expect(reconcile({ ...transfer, after: null })).toEqual([]);
  expect(reconcile({ ...transfer, before: null })).toEqual([]);
});

test('a completed transfer without a snapshot is never intact: what nobody knows differs', () => {
  const transfer = sample();
  for (const lacking of [{ after: null }, { before: null }, { before: null, after: null }]) {
    const lines = reconcile({ ...transfer, ...lacking });
    expect(lines.every((line) => line.verdict === 'differs')).toBe(true);
    expect(lines.every((line) => reconciliationLine.safeParse(line).success)).toBe(true);
    expect(lines.map((line) => line.item)).toEqual(
      expect.arrayContaining(['kiosk-code', 'lsp', 'login', 'service-total', 'wallet', 'dues', 'security']),
    );
    expect(toAcknowledge({ ...transfer, ...lacking }, lines)).toHaveLength(lines.length);
  }
  const [wallet] = reconcile({ ...transfer, after: null }).filter((line) => line.item === 'wallet');
  expect(wallet).toMatchObject({ before: transfer.before?.wallet, after: null, difference: null });
});

test('the LSP and the code are expected only as the transfer says', () => {
  const transfer = sample();
  const verdicts = (changed: Transfer) =>
    Object.fromEntries(reconcile(changed).map((line) => [line.item, line.verdict]));
  expect(verdicts(transfer)).toMatchObject({
    'kiosk-code': 'expected',
    lsp: 'expected',
    'new-id-active': 'expected',
    'old-id-inactive': 'expected',
    'old-id-empty': 'expected',
    login: 'same',
    wallet: 'same',
  });
  expect(verdicts({ ...transfer, toLspId: transfer.fromLspId }).lsp).toBe('differs');
  expect(verdicts({ ...transfer, newKioskCode: null })['kiosk-code']).toBe('differs');
});

test('a paisa and a service are told with their amount; a doubled month differs though its sum agrees', () => {
  const transfer = sample();
  const { after } = transfer;
  const [first, ...others] = after?.history ?? [];
  if (!after || !first) throw new Error('No sample');
  const paisa = differing({ ...transfer, after: { ...after, wallet: after.wallet - 1 } });
  expect(paisa).toMatchObject([{ item: 'wallet', difference: -1, unit: 'paise' }]);
  const service = differing({
    ...transfer,
    after: { ...after, history: [{ ...first, count: first.count + 1 }, ...others] },
  });
  expect(service).toMatchObject([
    { item: 'service-total', difference: 1 },
    { item: 'service', service: first.service, month: first.month, difference: 1 },
  ]);
  const doubled = { ...after, history: [first, { ...first, count: 0 }, ...others] };
  expect(differing({ ...transfer, after: doubled })).toMatchObject([{ item: 'service', difference: 0 }]);
});

describe('acknowledging', () => {
  test('names money, services and a login that were left on the old ID apart, though their figures agree', () => {
    const whole = sample();
    const [entry] = whole.before?.history ?? [];
    const left = whole.oldAfter && { ...whole.oldAfter, wallet: 500, loginId: '500' };
    const history = entry ? [{ ...entry, count: 500 }] : [];
    const keys = differing({ ...whole, oldAfter: left && { ...left, history } }).map(lineKey);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  test('a bar within a name does not make two differences one', () => {
    const whole = sample();
    const key = (before: string, after: string) => {
      const named = (snapshot: KioskSnapshot | null, hi: string) =>
        snapshot && { ...snapshot, centre: { ...snapshot.centre, name: { hi, en: 'S' } } };
      const changed = { ...whole, before: named(whole.before, before), after: named(whole.after, after) };
      return differing(changed).map(lineKey).join();
    };
    expect(key('A / S|B', 'C')).not.toBe(key('A', 'B / S|C'));
  });

  function acknowledged(transfer: Transfer, lines: string[]): Transfer {
    const act = { kind: 'acknowledge' as const, lines, reason: 'नमूना' };
    const { requestId, districtId, updatedAt: at } = transfer;
    const by = { officerId: officerId.parse('officer-1'), deviceId: deviceId.parse('device-1') };
    const id = transferActId.parse('01987f00-0000-7000-8000-000000000001');
    return { ...transfer, acts: [{ protocol: 1, id, requestId, districtId, act, ...by, at }] };
  }

  test('covers the difference it names, and no other amount of the same line', () => {
    const whole = sample();
    const after = whole.after && { ...whole.after, tds: whole.after.tds + 1, dues: whole.after.dues + 5 };
    const transfer = { ...whole, after };
    const lines = reconcile(transfer);
    expect(toAcknowledge(transfer, lines).map((key) => key.split('|')[0])).toEqual(['dues', 'tds']);
    const tds = lines.filter((line) => line.item === 'tds').map(lineKey);
    const covered = acknowledged(transfer, tds);
    expect(toAcknowledge(covered, reconcile(covered)).map((key) => key.split('|')[0])).toEqual(['dues']);
    const worse = { ...covered, after: after && { ...after, tds: after.tds + 1 } };
    expect(toAcknowledge(worse, reconcile(worse))).toHaveLength(2);
  });
});
