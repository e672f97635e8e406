import { expect, it } from 'vitest';
import {
  formatBytes,
  formatCountdown,
  formatDate,
  formatInstant,
  formatNumber,
  formatRecent,
  formatRupees,
  formatTime,
  inLanguage,
} from '../../../../shared/text/format.ts';

it('writes dates as dd/mm/yyyy', () => {
  expect(formatDate('2026-03-07')).toBe('07/03/2026');
});

it('writes moments in Indian time, whatever the zone of the PC', () => {
  expect(formatInstant('2026-12-31T20:15:09.000Z')).toBe('01/01/2027 01:45');
  expect(formatInstant('2026-12-31T18:30:00.000Z')).toBe('01/01/2027 00:00');
  expect(formatTime('2026-12-31T20:15:09.000Z')).toBe('01:45');
  expect(formatTime('2026-12-31T20:15:09.000Z', 'seconds')).toBe('01:45:09');
});

it('leaves out the date of today in India', () => {
  expect(formatRecent('2026-12-31T20:15:09.000Z', '2027-01-01')).toBe('01:45');
  expect(formatRecent('2026-12-31T18:15:09.000Z', '2027-01-01')).toBe('31/12/2026 23:45');
});

it('groups numbers the Indian way', () => {
  expect(formatNumber(12_345_678)).toBe('1,23,45,678');
  expect(formatRupees(1_23_456_50)).toBe('₹1,23,456.50');
  expect(formatRupees(0)).toBe('₹0.00');
  expect(formatRupees(-5)).toBe('−₹0.05');
});

it('writes bytes as networks are sold', () => {
  expect(formatBytes(0)).toBe('0 B');
  expect(formatBytes(999)).toBe('999 B');
  expect(formatBytes(1500)).toBe('1.5 kB');
  expect(formatBytes(25_400_000)).toBe('25.4 MB');
});

it('counts down to zero and not below', () => {
  expect(formatCountdown(545_000)).toBe('9:05');
  expect(formatCountdown(1)).toBe('0:01');
  expect(formatCountdown(-5_000)).toBe('0:00');
});

it('shows the other language rather than nothing', () => {
  expect(inLanguage({ hi: 'बस्सी', en: '' }, 'en')).toBe('बस्सी');
  expect(inLanguage({ hi: ' ', en: 'Bassi' }, 'hi')).toBe('Bassi');
  expect(inLanguage({ hi: 'बस्सी', en: 'Bassi' }, 'hi')).toBe('बस्सी');
});
