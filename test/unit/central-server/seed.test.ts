import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { PDFDocument } from 'pdf-lib';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import { districtId } from '../../../shared/domain/ids.ts';
import * as master from '../../../shared/domain/master.ts';
import { migrationRequest, openStatuses, type MigrationRequest } from '../../../shared/domain/request.ts';
import { evaluateRules } from '../../../shared/domain/rules/evaluate-rules.ts';
import { dueDates, isWorkingDay } from '../../../shared/domain/working-days.ts';
import { followUpsOf } from '../../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../../shared/domain/transfer/reconcile.ts';
import { transfer as transferSchema, type Transfer } from '../../../shared/domain/transfer/transfer.ts';
import { sha256 } from '../../central-server/signatures.ts';
import { demoSeed, type SeedRows } from '../../central-server/start.ts';

const today = new Date('2026-11-20T06:00:00.000Z');

let seed: SeedRows;
let requests: MigrationRequest[];
beforeAll(async () => {
  seed = await demoSeed({ today });
  requests = bodies('request', migrationRequest);
}, 120_000);

function bodies<Value>(kind: string, schema: { parse: (value: unknown) => Value }): Value[] {
  return seed.items.filter((item) => item.kind === kind).map((item) => schema.parse(item.body));
}

/** Every text of a value, but file hashes: in their hex any digits may come together. */
function texts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'hash' || key === 'file' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => texts(each, name));
}

test('300 requests parse, in all states, in both districts, each with its own id, number and code', () => {
  expect(requests).toHaveLength(300);
  expect(new Set(requests.map((request) => request.status)).size).toBe(7);
  expect(new Set(requests.map((request) => request.districtId))).toEqual(new Set(['jaipur', 'udaipur']));
  for (const key of ['id', 'requestNo', 'kioskCode'] as const) {
    expect(new Set(requests.map((request) => request[key])).size).toBe(300);
  }
  expect(requests.every((request) => request.centreName.hi.includes('नमूना'))).toBe(true);
});

test('master data parses: 12 sample LSPs, windows, rules, holidays of two years, reasons, officers', () => {
  const lsps = bodies('lsp', master.lsp);
  expect(lsps).toHaveLength(12);
  expect(lsps.every((lsp) => lsp.name.hi.includes('नमूना') && lsp.name.en.includes('Sample'))).toBe(true);
  expect(bodies('lsp-figures', master.lspFigures)).toHaveLength(23);
  expect(bodies('window', master.migrationWindow)).toHaveLength(2);
  expect(bodies('rule-set', master.ruleSet)).toHaveLength(1);
  const lists = bodies('holiday-list', master.holidayList);
  expect(lists.filter((list) => list.districtId === null).map((list) => list.year)).toEqual([2025, 2026]);
  expect(lists.filter((list) => list.districtId !== null)).toHaveLength(4);
  const codes = bodies('reason-code', master.reasonCode);
  for (const outcome of ['reject', 'return', 'hold'] as const) {
    expect(codes.filter((code) => code.outcomes.includes(outcome)).length).toBeGreaterThan(2);
  }
  const officers = seed.officers.map((each) => master.officer.parse(each).id);
  expect(seed.activationCodes.every((each) => officers.some((id) => id === each.officerId))).toBe(true);
});

test('every rule passes somewhere, and fails or is unknown somewhere', () => {
  const figures = bodies('lsp-figures', master.lspFigures);
  const windows = bodies('window', master.migrationWindow);
  const ruleSets = bodies('rule-set', master.ruleSet);
  const seen = new Map<string, Set<string>>();
  for (const request of requests) {
    const own = figures.find((f) => f.lspId === request.targetLspId && f.districtId === request.districtId);
    for (const rule of evaluateRules({ request, figures: own ?? null, windows, ruleSets })) {
      seen.set(rule.id, (seen.get(rule.id) ?? new Set()).add(rule.result));
    }
  }
  expect(seen.size).toBe(12);
  for (const [rule, results] of seen) {
    expect([rule, results.has('pass'), results.size > 1]).toEqual([rule, true, true]);
  }
  expect(seen.get('authorised-operator')).toEqual(new Set(['pass', 'unknown', 'fail']));
});

describe('dates', () => {
  test('a request is received on a working day, after it was made and before today', () => {
    const lists = bodies('holiday-list', master.holidayList);
    for (const request of requests) {
      const calendar = calendarFor(lists, request.districtId);
      expect(isWorkingDay(request.receivedOn, calendar)).toBe(true);
      expect(request.applicationDate <= request.receivedOn).toBe(true);
      const times = request.history.map((entry) => entry.at);
      expect(times).toEqual([...times].sort());
      expect(times.every((at) => at.slice(0, 10) <= '2026-11-20')).toBe(true);
      expect(request.version).toBe(request.history.length);
    }
  });

  test('returned and held requests stand still, the others do not; some are overdue, most are not', () => {
    for (const { status, pauses } of requests) {
      const isPaused = pauses.some((pause) => pause.to === null);
      expect(isPaused).toBe(status === 'returned' || status === 'on-hold');
      expect(pauses.every((pause) => pause.to === null || pause.from <= pause.to)).toBe(true);
    }
    const calendar = calendarFor(bodies('holiday-list', master.holidayList), districtId.parse('jaipur'));
    const pending = requests.filter((request) => request.status === 'pending');
    const due = pending.map((each) => dueDates(each.receivedOn, each.pauses, calendar, '2026-11-20').day15);
    const overdue = due.filter((date) => date < '2026-11-20').length;
    expect(overdue).toBeGreaterThan(5);
    expect(overdue).toBeLessThan(pending.length / 2);
  });
});

test('no text holds twelve digits that could be an Aadhaar number, and the seed’s numbers are marked', () => {
  const all = texts([seed.items, seed.officers, seed.districts, seed.kiosks, seed.activationCodes]);
  expect(all.length).toBeGreaterThan(5000);
  expect(all.filter(containsAadhaarNumber)).toEqual([]);
  const paid = requests.flatMap((request) => request.fee ?? []);
  expect(paid.every((fee) => fee.reference.startsWith('SAMPLE-'))).toBe(true);
});

test('kiosks have histories of several years, and the records tell the same sums', () => {
  const months = new Set(seed.kiosks.flatMap((kiosk) => kiosk.history.map((row) => row.month)));
  expect(months.size).toBeGreaterThan(36);
  const transfers = new Map(seed.transfers.map(({ transfer }) => [transfer.requestId, transfer]));
  for (const { id, kioskCode, record } of requests) {
    const kiosk = seed.kiosks.find((each) => each.code === kioskCode);
    if (record === null) {
      expect(kiosk).toBeUndefined();
      continue;
    }
    const before = transfers.get(id)?.before;
    if (before) {
      const { wallet, advance, creditLimit, dues, tds, security } = record;
      expect(before).toMatchObject({ wallet, advance, creditLimit, dues, tds, security });
      expect(before.history.reduce((sum, row) => sum + row.count, 0)).toBe(record.serviceCount);
      continue;
    }
    expect(kiosk?.history.reduce((sum, row) => sum + row.count, 0)).toBe(record.serviceCount);
    expect(kiosk?.balance).toMatchObject({
      wallet: record.wallet,
      tds: record.tds,
      security: record.security,
    });
  }
});

describe('transfers', () => {
  const ofState = (state: Transfer['state'], district: string) =>
    seed.transfers
      .map(({ transfer }) => transferSchema.parse(transfer))
      .filter((each) => each.state === state && each.districtId === district);
  const openIn = (transfer: Transfer) => toAcknowledge(transfer, reconcile(transfer));

  test.each(['jaipur', 'udaipur'])('%s has some of every sort', (district) => {
    const completed = ofState('completed', district);
    const open = completed.map(openIn).filter((keys) => keys.length > 0);
    expect(open.map((keys) => keys.map((key) => key.split('|')[0]))).toEqual([
      ['service-total', 'service', 'wallet'],
    ]);
    const acknowledged = completed.filter((each) => each.acts.some(({ act }) => act.kind === 'acknowledge'));
    expect(acknowledged).toHaveLength(1);
    expect(completed.some((each) => each.newKioskCode === null)).toBe(true);
    expect(completed.some((each) => each.newKioskCode !== null)).toBe(true);
    const followUps = completed.map(
      (each) => followUpsOf(each).filter(({ doneAt }) => doneAt === null).length,
    );
    expect(followUps.some((count) => count > 0)).toBe(true);
    expect(followUps.filter((count) => count === 0).length).toBeGreaterThan(followUps.length / 2);
    expect(ofState('failed', district).map((each) => each.failure)).toContain('current-lsp-differs');
    expect(ofState('waiting', district).length).toBeGreaterThan(2);
  });

  test('each belongs to a request, and what it says is in use is what the kiosks say', () => {
    for (const { transfer } of seed.transfers) {
      const request = requests.find((each) => each.id === transfer.requestId);
      expect(request?.status).toBe(transfer.state === 'completed' ? 'transferred' : 'approved');
      const { after } = transfer;
      if (after === null) continue;
      const kiosk = seed.kiosks.find((each) => each.code === after.kioskCode);
      expect(kiosk).toMatchObject({ isActive: true, lspId: after.lspId, loginId: after.loginId });
      expect(kiosk?.balance.wallet).toBe(after.wallet);
      expect(kiosk?.history).toEqual(after.history);
    }
    expect(seed.transfers.filter(({ transfer }) => transfer.state === 'failed')).not.toEqual([]);
  });
});

test('the registers: 41 districts and nine historic ones, helplines, signing titles, all with their day', () => {
  const districts = bodies('district', master.districtRecord);
  const present = districts.filter((each) => !each.abolished);
  expect(present).toHaveLength(41);
  expect(new Set(districts.map((each) => each.id)).size).toBe(50);
  expect(present.filter((each) => each.lgdCode === null)).toHaveLength(8);
  expect(present.find((each) => each.id === 'jaipur')).toMatchObject({ lgdCode: 102, censusCode: 110 });
  expect(present.find((each) => each.id === 'jalore')?.alsoWritten).toEqual(['Jalor', 'जालौर']);
  const historic = districts.filter((each) => each.abolished);
  expect(historic.filter((each) => !each.successorCertain).map((each) => each.id)).toEqual([
    'neem-ka-thana',
    'gangapur-city',
    'anupgarh',
  ]);
  const ids = new Set(present.map((each) => each.id));
  expect(historic.flatMap((each) => each.successors).filter((id) => !ids.has(id))).toEqual([]);
  expect(bodies('helpline', master.helpline).map((each) => each.number)).toEqual([
    '0141-5153222',
    '0141-2922241',
    '0141-2922238',
  ]);
  expect(bodies('signing-title', master.signingTitle)).toHaveLength(5);
  const kinds = [
    'district',
    'helpline',
    'signing-title',
    'window',
    'rule-set',
    'holiday-list',
    'reason-code',
  ];
  const undated = seed.items.filter(
    ({ kind, body }) => kinds.includes(kind) && (body as { asOf?: string }).asOf !== '2026-11-20',
  );
  expect(undated).toEqual([]);
});

test('requests came in over several months of two windows, and one window is about to close', () => {
  const months = new Set(requests.map((request) => request.receivedOn.slice(0, 7)));
  expect(months.size).toBeGreaterThan(5);
  const windows = bodies('window', master.migrationWindow);
  expect(windows.map(({ from, to }) => from <= '2026-11-20' && '2026-11-20' <= to)).toEqual([false, true]);
  for (const { from, to } of windows) {
    const inside = requests.filter(({ applicationDate: date }) => from <= date && date <= to);
    expect(inside.length).toBeGreaterThan(25);
  }
});

test('registers write names in both scripts: in Roman alone, with an initial, and of somebody else', () => {
  const differing = requests.filter(
    ({ applicant, registeredOperator }) => applicant.name !== registeredOperator.name,
  );
  const others = differing.map(
    ({ applicant: { name: a }, registeredOperator: { name: b } }) => [a, b] as const,
  );
  expect(others.some(([a, b]) => /^[\u0900-\u097F ]+$/.test(a.en) && /^[A-Z ]+$/.test(b.hi))).toBe(true);
  expect(others.some(([, b]) => /^[A-Z]\. /.test(b.hi))).toBe(true);
  expect(others.some(([a, b]) => a.hi.split(' ').every((word) => !b.hi.includes(word)))).toBe(true);
});

test('the same day and number give the same rows, another number gives others', async () => {
  const [a, b, c] = await Promise.all(
    [20, 20, 21].map((seedNumber) => demoSeed({ today, seedNumber, requests: 40, hasScans: false })),
  );
  expect(a).toEqual(b);
  expect(c?.items).not.toEqual(a?.items);
});

describe('scans', () => {
  test('only where the record is lost, masked, and in all four shapes', () => {
    const withScan = requests.filter((request) => request.documents.some((each) => each.scan !== null));
    expect(withScan.length).toBeGreaterThan(25);
    expect(withScan.length).toBeLessThanOrEqual(60);
    expect(withScan.every((request) => request.record === null)).toBe(true);
    expect(withScan.filter((each) => openStatuses.includes(each.status)).length).toBeGreaterThan(20);
    expect(new Set(withScan.map((request) => request.districtId)).size).toBe(2);
    const scans = withScan.flatMap((request) => request.documents.flatMap((each) => each.scan ?? []));
    expect(scans.every((scan) => scan.masked)).toBe(true);
    expect(new Set(scans.map((scan) => scan.pages))).toEqual(new Set([1, 2, 3]));
    for (const kind of ['aadhaar', 'pan', 'application']) {
      expect(withScan.some((each) => each.documents.some((d) => d.kind === kind && d.scan !== null))).toBe(
        true,
      );
    }
  });

  test('each file is what the request says of it, opens, and is at most 200 kB', async () => {
    const scans = requests.flatMap((each) => each.documents.flatMap((document) => document.scan ?? []));
    for (const scan of scans) {
      const blob = seed.blobs.find((each) => each.hash === scan.hash);
      const bytes = readFileSync(blob?.file ?? '');
      expect([sha256(bytes), bytes.length]).toEqual([scan.hash, scan.size]);
      expect(bytes.length).toBeLessThanOrEqual(200 * 1024);
      if (scan.mime === 'application/pdf') {
        expect((await PDFDocument.load(new Uint8Array(bytes))).getPageCount()).toBe(scan.pages);
      } else {
        expect((await sharp(bytes).metadata()).format).toBe('jpeg');
      }
    }
  });
});

test('nothing has happened yet that lies ahead, also early in the morning', async () => {
  const early = new Date('2026-11-19T19:30:00.000Z');
  const rows = await demoSeed({ today: early, requests: 200, hasScans: false });
  const moments = JSON.stringify([rows.items, rows.transfers.map(({ transfer }) => transfer)]).match(
    /\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  );
  expect(moments?.length).toBeGreaterThan(200);
  expect(moments?.filter((moment) => moment > early.toISOString())).toEqual([]);
});
