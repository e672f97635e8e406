import { resources } from '../../../renderer/app/i18n/resources.ts';
import type { Language } from '../../../shared/domain/values.ts';

type Namespace = keyof (typeof resources)['hi'];

/**
 * The sentence an officer sees, by its key, so that tests follow the texts. `{{…}}` is filled from `values`.
 * @throws when there is no such text: a test must not look for a word that does not exist.
 */
export function words(
  language: Language,
  namespace: Namespace,
  key: string,
  values: Record<string, string | number> = {},
): string {
  let found: unknown = resources[language][namespace];
  for (const part of key.split('.')) {
    found =
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  }
  if (typeof found !== 'string') throw new Error(`No text ${namespace}:${key} in ${language}`);
  return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
