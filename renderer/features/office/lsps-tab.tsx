import { useTranslation } from 'react-i18next';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { AsOfLine } from './as-of-line.tsx';
import { FiguresTable } from './figures-table.tsx';
import { MasterTable } from './master-table.tsx';

export function LspsTab({ master }: { master: MasterData }) {
  const { t } = useTranslation('office');
  const say = useBilingual();
  return (
    <div className="stack">
      <h2>{t('kind.lsp-figures')}</h2>
      <AsOfLine kind="lsp-figures" />
      <FiguresTable master={master} />
      <h2>{t('kind.lsp')}</h2>
      <AsOfLine kind="lsp" />
      <MasterTable
        caption={t('kind.lsp')}
        columns={[t('column.name'), t('column.code'), t('column.asOf')]}
        empty={t('nothingYet')}
        rows={master.lsps.map((lsp) => ({
          id: lsp.id,
          cells: [say(lsp.name), lsp.id, formatDate(lsp.asOf)],
        }))}
      />
    </div>
  );
}
