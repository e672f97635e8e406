/** A hint while typing; the main process decides (`weak-password`), by a list of common passwords too. */
export type PasswordStrength =
  { level: 'empty' } | { level: 'short'; missing: number } | { level: 'fair' | 'strong' };

/** Characters below which the main process refuses. */
export const shortestPassword = 12;

/** Length counts most; a password of few different characters is not called strong however long it is. */
export function passwordStrength(password: string): PasswordStrength {
  const characters = Array.from(password);
  if (characters.length === 0) return { level: 'empty' };
  if (characters.length < shortestPassword) {
    return { level: 'short', missing: shortestPassword - characters.length };
  }
  const different = new Set(characters).size;
  return { level: characters.length >= 16 && different >= 8 ? 'strong' : 'fair' };
}
