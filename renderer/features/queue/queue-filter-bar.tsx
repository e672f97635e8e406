import { useTranslation } from 'react-i18next';
import { decisionState } from '../../../shared/domain/decision.ts';
import { kioskCategory } from '../../../shared/domain/request.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ageingBands } from './ageing.ts';
import { FilterSelect } from './filter-select.tsx';
import { isFiltered } from './queue-query.ts';
import { useQueueView } from './queue-view.ts';

const areas = ['rural', 'urban'] as const;
const shownStates = decisionState.options.filter((state) => state !== 'undone');

/** What the list is narrowed by. */
export function QueueFilterBar() {
  const { t } = useTranslation('queue');
  const nameOf = useBilingual();
  const filters = useQueueView((view) => view.filters);
  const filter = useQueueView((view) => view.filter);
  const clear = useQueueView((view) => view.clear);
  const lsps = useDesk((desk) => desk.master?.lsps) ?? [];

  return (
    <div className="queue-filters" role="group" aria-label={t('filters.label')}>
      <FilterSelect
        label={t('filters.ageing')}
        value={filters.ageing}
        options={ageingBands.map((id) => ({ id, label: t(`ageing.${id}`) }))}
        onChange={(ageing) => {
          filter({ ageing });
        }}
      />
      <FilterSelect
        label={t('filters.lsp')}
        value={filters.lspId}
        options={lsps.map(({ id, name }) => ({ id, label: nameOf(name) }))}
        onChange={(lspId) => {
          filter({ lspId });
        }}
      />
      <FilterSelect
        label={t('filters.area')}
        value={filters.area}
        options={areas.map((id) => ({ id, label: t(`area.${id}`) }))}
        onChange={(area) => {
          filter({ area });
        }}
      />
      <FilterSelect
        label={t('filters.category')}
        value={filters.category}
        options={kioskCategory.options.map((id) => ({ id, label: id }))}
        onChange={(category) => {
          filter({ category });
        }}
      />
      <FilterSelect
        label={t('filters.decision')}
        value={filters.decision}
        options={shownStates.map((id) => ({ id, label: t(`decision.${id}`) }))}
        onChange={(decision) => {
          filter({ decision });
        }}
      />
      {isFiltered(filters, '') && (
        <Button
          variant="quiet"
          size="small"
          icon="close"
          onPress={() => {
            clear();
          }}
        >
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}
