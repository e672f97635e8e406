import type { Language } from '../domain/values.ts';

/** Letters, digits and hyphens, so that every file system takes it: `order-MIG-JAIPUR-A-2026-0007-hi`. */
export function fileNameOf(kind: string, subject: string, language: Language): string {
  const plain = subject
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return [kind, plain, language].filter((part) => part !== '').join('-');
}
