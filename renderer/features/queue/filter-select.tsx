import { useTranslation } from 'react-i18next';
import { Select, type SelectOption } from '../../ui/select.tsx';

const all = 'all';

interface Props<Id extends string> {
  label: string;
  value: Id | null;
  options: readonly SelectOption<Id>[];
  onChange: (value: Id | null) => void;
}

/** One filter; its first choice is "all". The label stays in the closed field, as there is no room above it. */
export function FilterSelect<Id extends string>({ label, value, options, onChange }: Props<Id>) {
  const { t } = useTranslation('queue');
  return (
    <div className="queue-filter" data-set={value !== null}>
      <Select<Id | typeof all>
        label={label}
        size="small"
        value={value ?? all}
        options={[{ id: all, label: t('filters.all') }, ...options]}
        onChange={(id) => {
          onChange(id === all ? null : id);
        }}
      />
    </div>
  );
}
