import { beforeEach, describe, expect, it } from 'vitest';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import { logoBytes, type LocalEntry } from '../../../shared/domain/local-addition.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';
import { holidayLine, jaipur, officeDesk, today, type OfficeDesk } from './office-desk.ts';

const name = { hi: 'नमूना', en: 'Sample' };
const holiday = (date: string): LocalEntry => ({ kind: 'holiday', date, name });
const leaking = `नमूना ${aadhaarLikeNumber()}`;

let desk: OfficeDesk;
beforeEach(async () => {
  desk = officeDesk();
  await desk.pull(holidayLine());
});

const add = (entry: LocalEntry) => desk.call('master.addLocal', { entry });

async function all() {
  const answer = await desk.call('master.all', undefined);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

describe('local additions', () => {
  it('closes a day with who and when, and the lists of the window count it', async () => {
    const added = await add(holiday('2026-12-07'));
    expect(added).toMatchObject({
      ok: true,
      value: { by: 'officer-1', byName: { en: 'Sample Officer' }, at: '2026-11-20T06:30:00.000Z' },
    });
    const { holidays, additions } = await all();
    expect(additions).toHaveLength(1);
    expect(isWorkingDay('2026-12-07', calendarFor(holidays, jaipur))).toBe(false);
    expect(holidays.find((list) => list.districtId === jaipur)?.days).toEqual([{ date: '2026-12-07', name }]);
    if (!added.ok) throw new Error('not added');
    expect(await desk.call('master.removeLocal', { id: added.value.id })).toEqual({
      ok: true,
      value: undefined,
    });
    expect((await all()).holidays).toHaveLength(1);
  });

  it('takes two local holidays a year, one more for each day that was opened, and each year anew', async () => {
    expect((await add(holiday('2026-12-07'))).ok).toBe(true);
    expect((await add(holiday('2026-12-08'))).ok).toBe(true);
    expect(await add(holiday('2026-12-09'))).toEqual({
      ok: false,
      error: { kind: 'too-many-local-holidays', maximum: 2 },
    });
    expect((await add(holiday('2027-01-05'))).ok).toBe(true);
    expect((await add({ kind: 'working-day', date: '2026-11-24', name })).ok).toBe(true);
    expect((await add(holiday('2026-11-25'))).ok).toBe(true);
    const { holidays } = await all();
    const calendar = calendarFor(holidays, jaipur);
    expect(['2026-11-24', '2026-11-25'].map((date) => isWorkingDay(date, calendar))).toEqual([true, false]);
  });

  it.each(['2026-11-24', '2026-11-22', '2026-11-21'])('refuses %s: closed already', async (date) => {
    expect(await add(holiday(date))).toEqual({ ok: false, error: { kind: 'already-a-holiday', date } });
  });

  it('refuses the same holiday twice', async () => {
    await add(holiday('2026-12-07'));
    const date = '2026-12-07';
    expect(await add(holiday(date))).toEqual({ ok: false, error: { kind: 'already-a-holiday', date } });
  });

  it.each(['2026-11-25', '2026-11-22'])('opens no day that is no listed holiday: %s', async (date) => {
    expect(await add({ kind: 'working-day', date, name })).toEqual({
      ok: false,
      error: { kind: 'invalid-input', path: 'entry.date' },
    });
  });

  it.each<[string, LocalEntry, string]>([
    ['holiday', { ...holiday('2026-12-07'), name: { hi: leaking, en: '' } } as LocalEntry, 'name'],
    ['letterhead', { kind: 'letterhead', lines: [name, { hi: '', en: leaking }] }, 'lines.1'],
    ['signing title', { kind: 'signing-title', title: { hi: leaking, en: '' } }, 'title'],
    ['helpline', { kind: 'helpline', label: { hi: leaking, en: '' }, number: '0141-5153222' }, 'label'],
  ])('refuses an Aadhaar number in a %s', async (_what, entry, field) => {
    expect(await add(entry)).toEqual({ ok: false, error: { kind: 'aadhaar-number-in-text', field } });
    expect((await all()).additions).toEqual([]);
  });

  it('refuses a name of blanks', async () => {
    const entry: LocalEntry = { kind: 'signing-title', title: { hi: ' ', en: '' } };
    expect(await add(entry)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });

  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1];
  const logo = (mime: 'image/png' | 'image/jpeg', bytes: Uint8Array | number[]): LocalEntry => ({
    kind: 'logo',
    mime,
    base64: Buffer.from(bytes).toString('base64'),
  });

  it('takes a picture for a logo by its bytes, and nothing else', async () => {
    expect((await add(logo('image/png', png))).ok).toBe(true);
    expect((await add(logo('image/jpeg', [0xff, 0xd8, 0xff, 0xe0]))).ok).toBe(true);
    const refused = { ok: false, error: { kind: 'not-a-picture' } };
    expect(await add(logo('image/jpeg', png))).toEqual(refused);
    expect(await add(logo('image/png', Buffer.from('<svg onload="x">')))).toEqual(refused);
    expect(await add(logo('image/png', []))).toEqual(refused);
    const large = new Uint8Array(logoBytes + 1);
    large.set(png);
    expect((await add(logo('image/png', large))).ok).toBe(false);
    expect((await all()).additions.filter(({ entry }) => entry.kind === 'logo')).toHaveLength(1);
  });
});

describe('the master data of the window', () => {
  it('grows no younger by a PC clock that was set back behind the last contact', async () => {
    const window = { from: '2026-11-01', to: '2026-12-01', orderNo: 'SAMPLE/1', orderDate: '2026-10-01' };
    const body = { id: 'window-1', ...window, asOf: '2026-11-15' };
    await desk.pull({ kind: 'window', id: 'window-1', version: 1, body });
    const isStale = async () => (await all()).states.find((state) => state.kind === 'window')?.isStale;
    expect(await isStale()).toBe(false);
    await desk.store.noteContact('2027-03-01T06:00:00.000Z');
    expect(await isStale()).toBe(true);
  });

  it('is stale by the server’s day, counts what the courier brought, and not a mere contact', async () => {
    const window = { from: '2026-11-01', to: '2026-12-01', orderNo: 'SAMPLE/1', orderDate: '2026-10-01' };
    await desk.pull({ kind: 'window', id: 'window-1', version: 1, body: { id: 'window-1', ...window } });
    const isStale = async () => (await all()).states.find((state) => state.kind === 'window')?.isStale;
    await desk.store.noteReceived('2026-11-20T06:00:00.000Z');
    // This PC says 20 November still.
    desk.today = '2027-01-05';
    await desk.store.noteContact('2027-01-05T06:00:00.000Z');
    expect(await isStale()).toBe(true);
    const memory = await desk.store.courierMemory();
    await desk.store.keepCourierMemory({ ...memory, newestMadeAt: '2027-01-04T06:00:00.000Z' });
    expect(await isStale()).toBe(false);
  });

  it('says of each kind how current it is, and names what is wrong', async () => {
    const window = { from: '2026-12-01', to: '2026-11-01', orderNo: 'SAMPLE/1', orderDate: '2026-10-01' };
    const body = { id: 'turned', ...window, asOf: '2026-01-01' };
    await desk.pull({ kind: 'window', id: 'turned', version: 3, body });
    const { states, faults } = await all();
    expect(states.find((state) => state.kind === 'window')).toMatchObject({
      count: 1,
      asOf: '2026-01-01',
      isStale: true,
    });
    expect(states.find((state) => state.kind === 'rule-set')?.isStale ?? false).toBe(false);
    expect(faults.map(({ fault }) => fault)).toContain('window-ends-before-it-begins');
    expect(today.startsWith('2026-11') && faults.some(({ fault }) => fault === 'holidays-unknown')).toBe(
      true,
    );
  });
});
