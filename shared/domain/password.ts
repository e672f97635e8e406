/** Fewer characters than this are refused: on a stolen disk nothing else slows guessing down. */
export const shortestPassword = 12;

export type PasswordWeakness = 'short' | 'common' | 'like-login';

/** What people choose first, also with digits or signs put around it. */
const common = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'abcdef',
  'iloveyou',
  'welcome',
  'admin',
  'administrator',
  'letmein',
  'emitra',
  'rajasthan',
  'india',
  'bharat',
  'jaipur',
  'udaipur',
  'krishna',
  'पासवर्ड',
  'राजस्थान',
  'भारत',
];

/**
 * What makes a password too easy to guess, or null. Counts characters as people see them, so that Devanagari is not
 * counted by code units. @param login the officer's login; empty when it is not known yet.
 */
export function checkPassword(password: string, login: string): PasswordWeakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (Array.from(plain).length < shortestPassword) return 'short';
  if (isCommon(plain)) return 'common';
  return isLikeLogin(plain, login.toLowerCase()) ? 'like-login' : null;
}

function isCommon(plain: string): boolean {
  const letters = plain.replace(/[^\p{L}\p{M}]/gu, '');
  const different = new Set(Array.from(plain)).size;
  return different < 5 || common.includes(letters) || isRun(plain) || isRepeated(plain);
}

/** `123456789012`, `abcdefghijkl`, and the same backwards. */
function isRun(plain: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < plain.length; i += 1) steps.add(plain.charCodeAt(i) - plain.charCodeAt(i - 1));
  return (
    [...steps].every((step) => step === 1 || step === -9) ||
    [...steps].every((step) => step === -1 || step === 9)
  );
}

/** `abcabcabcabc`. */
function isRepeated(plain: string): boolean {
  return /^(.{1,6})\1+$/u.test(plain);
}

function isLikeLogin(plain: string, login: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{M}]/gu, '');
  return letters(login).length >= 3 && letters(plain) === letters(login);
}
