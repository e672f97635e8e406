import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../shared/domain/values.ts';
import { resources } from './resources.ts';
import './typed-keys.ts';

/**
 * The texts, ready at once: everything is bundled, nothing is fetched.
 * @param missing is called for a key that has no text; tests throw there, the window logs.
 */
export function startI18n(language: Language, missing: (key: string) => void): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(resources.hi),
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      missing(`${namespace}:${key}`);
    },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
