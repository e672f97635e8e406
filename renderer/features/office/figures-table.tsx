import { useTranslation } from 'react-i18next';
import type { LspFigures } from '../../../shared/domain/master.ts';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { MasterTable } from './master-table.tsx';

/** What the conditions on the proposed LSP rest on: every LSP's figures in this district, each with its day. */
export function FiguresTable({ master }: { master: MasterData }) {
  const { t } = useTranslation(['office', 'common']);
  const say = useBilingual();
  const unknown = t('common:notKnown');
  const rollout = (isComplete: boolean | null) =>
    isComplete === null ? unknown : t(isComplete ? 'figures.complete' : 'figures.incomplete');
  const coordinator = ({ coordinator: person, coordinatorKnown }: LspFigures) => {
    if (person !== null) return say(person);
    return coordinatorKnown ? t('figures.noCoordinator') : unknown;
  };
  return (
    <MasterTable
      caption={t('kind.lsp-figures')}
      columns={[
        t('column.name'),
        t('column.kiosks'),
        t('column.coordinator'),
        t('column.rural'),
        t('column.urban'),
        t('column.since'),
        t('column.asOf'),
      ]}
      empty={t('figures.none')}
      rows={master.figures.map((figures) => {
        const lsp = master.lsps.find(({ id }) => id === figures.lspId);
        return {
          id: figures.lspId,
          cells: [
            lsp ? say(lsp.name) : figures.lspId,
            figures.workingKiosks === null ? unknown : formatNumber(figures.workingKiosks),
            coordinator(figures),
            rollout(figures.ruralRolloutComplete),
            rollout(figures.urbanRolloutComplete),
            figures.workStartedOn === null ? unknown : formatDate(figures.workStartedOn),
            formatDate(figures.asOf),
          ],
        };
      })}
    />
  );
}
