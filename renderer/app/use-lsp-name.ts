import { useMemo } from 'react';
import type { LspId } from '../../shared/domain/ids.ts';
import { useDesk } from './desk-store.ts';
import { inLanguage } from '../../shared/text/format.ts';
import { useLanguage } from './i18n/use-language.ts';

/** The name of an LSP in the officer's language; its id where the master data has no name yet. */
export function useLspName(): (id: LspId) => string {
  const language = useLanguage();
  const lsps = useDesk((desk) => desk.master?.lsps);
  return useMemo(() => {
    const names = new Map(lsps?.map((lsp) => [lsp.id, inLanguage(lsp.name, language)]));
    return (id: LspId) => names.get(id) ?? id;
  }, [lsps, language]);
}
