import { useTranslation } from 'react-i18next';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { AsOfLine } from './as-of-line.tsx';
import { MasterTable } from './master-table.tsx';

export function LspsTab({ master }: { master: MasterData }) {
  const { t } = useTranslation('office');
  const say = useBilingual();
  return (
    <div className="stack">
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
