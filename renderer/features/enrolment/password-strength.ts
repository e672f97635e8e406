import { checkPassword, shortestPassword } from '../../../shared/domain/password.ts';

/** A hint while typing, by the rule of the main process; only the login is not known yet. */
export type PasswordStrength =
  { level: 'empty' } | { level: 'short'; missing: number } | { level: 'common' | 'fair' | 'strong' };

/** Length counts most; a password of few different characters is not called strong however long it is. */
export function passwordStrength(password: string): PasswordStrength {
  if (password === '') return { level: 'empty' };
  const characters = Array.from(password.normalize('NFKC'));
  if (checkPassword(password, '') === 'short') {
    return { level: 'short', missing: Math.max(1, shortestPassword - characters.length) };
  }
  if (checkPassword(password, '') !== null) return { level: 'common' };
  return { level: characters.length >= 16 && new Set(characters).size >= 8 ? 'strong' : 'fair' };
}
