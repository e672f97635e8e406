import { shortestPassword } from '../../../../shared/domain/password.ts';
import { expect, it } from 'vitest';
import { faultsOf, hasFault } from '../../../../renderer/features/enrolment/enrolment-form.ts';
import { passwordStrength } from '../../../../renderer/features/enrolment/password-strength.ts';

const form = {
  serverUrl: 'https://central.example',
  activationCode: 'NAMUNA-1',
  password: 'namuna paani pahad',
  repeat: 'namuna paani pahad',
};

it('finds nothing wrong in a full form', () => {
  expect(hasFault(faultsOf(form))).toBe(false);
});

it('names each fault at its field', () => {
  expect(faultsOf({ serverUrl: ' ', activationCode: '', password: 'kam', repeat: 'zyada' })).toEqual({
    serverUrl: 'missing',
    activationCode: 'missing',
    password: 'short',
    repeat: 'not-same',
  });
});

it('says how many characters are missing, counting Devanagari letters as typed', () => {
  expect(passwordStrength('')).toEqual({ level: 'empty' });
  expect(passwordStrength('abc')).toEqual({ level: 'short', missing: 9 });
  expect(passwordStrength('पानीपहाड़')).toEqual({
    level: 'short',
    missing: shortestPassword - Array.from('पानीपहाड़'.normalize('NFKC')).length,
  });
});

it('does not call length alone strong', () => {
  expect(passwordStrength('pani pani pani pani')).toEqual({ level: 'fair' });
  expect(passwordStrength('aaaaaaaaaaaaaaaaaaaaaaaa')).toEqual({ level: 'common' });
  expect(passwordStrength('namuna paani pahad')).toEqual({ level: 'strong' });
});
