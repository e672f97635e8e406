import { expect, it } from 'vitest';
import { panOf, panShape } from '../../../../../shared/domain/documents/pan.ts';

it.each([
  ['ABCPD1234E', 'ABCPD1234E'],
  ['abcpd 1234 e', 'ABCPD1234E'],
  ['ABC-PD-1234-E', 'ABCPD1234E'],
])('reads %s', (text, number) => {
  expect(panOf(text)).toEqual({ number, holder: 'P', initial: 'D' });
});

it.each(['', 'ABCPD1234', 'ABCXD1234E', 'ABCP51234E', 'ABCPD12345', 'ABCPD1234EE', 'एबीसीPD1234E'])(
  'refuses %s',
  (text) => {
    expect(panOf(text)).toBeNull();
  },
);

it('sees a letter that was taken for a digit', () => {
  expect(panShape('ABCPO1Z34E')).toBe(panShape('A8CP01234E'));
  expect(panShape('ABCPD1234E')).not.toBe(panShape('ABCPD1235E'));
});
