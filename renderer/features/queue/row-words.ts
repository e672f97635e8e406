import type { TFunction } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LspId, RequestId } from '../../../shared/domain/ids.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import { formatTime, inLanguage } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import { useOfficeDays, type OfficeDays } from './use-office-days.ts';

/** What a row needs to be put into words. Made once for the list: hooks in each cell made scrolling drop frames. */
export interface RowWords {
  t: TFunction<'queue'>;
  nameOf: (name: Bilingual) => string;
  lspName: (id: LspId) => string;
  days: OfficeDays | null;
  /** What another desk works on; null: nobody there is known to. */
  claimOf: (id: RequestId) => { short: string; whole: string } | null;
}

const context = createContext<RowWords | null>(null);

export const RowWordsProvider = context.Provider;

export function useRowWords(): RowWords {
  const words = useContext(context);
  if (words === null) throw new Error('Rows are drawn inside RowWordsProvider only');
  return words;
}

export function useMakeRowWords(): RowWords {
  const { t } = useTranslation('queue');
  const language = useLanguage();
  const lspName = useLspName();
  const days = useOfficeDays();
  const claims = useDesk((desk) => desk.claims);
  return useMemo(
    () => ({
      ...{ t, lspName, days, nameOf: (name: Bilingual) => inLanguage(name, language) },
      claimOf: (id: RequestId) => {
        const claim = claims.get(id);
        if (!claim) return null;
        const officer = inLanguage(claim.officerName, language);
        const words = { officer, until: formatTime(claim.until) };
        return { short: t('claimShort', words), whole: t('claim', words) };
      },
    }),
    [t, lspName, days, language, claims],
  );
}
