import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/domain/values.ts';
import { useLanguage } from './i18n/use-language.ts';
import { changeLanguage } from './start-desk.ts';

const names: { language: Language; name: string }[] = [
  { language: 'hi', name: 'हिन्दी' },
  { language: 'en', name: 'English' },
];

/** Each language under its own name, so that it is found by who does not read the other. */
export function LanguageToggle() {
  const { t, i18n } = useTranslation('shell');
  const shown = useLanguage();
  return (
    <div className="language-toggle" role="group" aria-label={t('language')}>
      {names.map(({ language, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={shown === language}
          onClick={() => void changeLanguage(i18n, language)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
