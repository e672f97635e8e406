import { useTranslation } from 'react-i18next';
import type { Bilingual, Language } from '../../../shared/domain/values.ts';
import { inLanguage } from '../../../shared/text/format.ts';

/** The language shown now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'hi';
}

/** Picks the shown language's side of a text that comes in both. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => inLanguage(text, language);
}
