import { describe, expect, it } from 'vitest';
import { checkPassword } from '../../../shared/domain/password.ts';

describe('checkPassword', () => {
  it.each([
    ['', 'short'],
    ['eleven-char', 'short'],
    ['Password@12345', 'common'],
    ['123456789012', 'common'],
    ['abcabcabcabc', 'common'],
    ['aaaaaaaaaaaaaa', 'common'],
    ['dm.jaipur@2026!', 'like-login'],
  ])('%j is %s', (password, why) => {
    expect(checkPassword(password, 'dm.jaipur')).toBe(why);
  });

  it.each(['नमूना-खिड़की-बारिश-42', 'correct horse battery staple', 'tE7#kiosk-Banyan'])(
    '%j will do',
    (password) => {
      expect(checkPassword(password, 'dm.jaipur')).toBeNull();
    },
  );
});
