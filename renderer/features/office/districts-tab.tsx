import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistrictRecord } from '../../../shared/domain/master.ts';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { TextField } from '../../ui/text-field.tsx';
import { AsOfLine } from './as-of-line.tsx';
import { findDistricts } from './district-search.ts';
import { MasterTable } from './master-table.tsx';

/** The districts with both codes; an abolished one says which took its place. */
export function DistrictsTab({ master }: { master: MasterData }) {
  const { t, i18n } = useTranslation(['office', 'common']);
  const say = useBilingual();
  const [typed, setTyped] = useState('');
  const nameOf = (id: DistrictRecord['id']) => {
    const known = master.districts.find((district) => district.id === id);
    return known ? say(known.name) : id;
  };
  const unknown = t('district.noCode');
  const sorter = new Intl.Collator(i18n.language);
  const found = [...findDistricts(master.districts, typed)].sort((a, b) =>
    sorter.compare(say(a.name), say(b.name)),
  );
  return (
    <div className="stack">
      <AsOfLine kind="district" />
      <div className="district-search">
        <TextField label={t('district.search')} value={typed} onChange={setTyped} maxLength={80} />
      </div>
      <MasterTable
        caption={t('kind.district')}
        columns={[
          t('column.name'),
          t('district.also'),
          t('district.portalCode'),
          t('district.lgdCode'),
          t('column.state'),
        ]}
        empty={t('district.noMatch')}
        rows={found.map((district) => ({
          id: district.id,
          cells: [
            say(district.name),
            district.alsoWritten.join(', '),
            district.censusCode ?? unknown,
            district.lgdCode ?? unknown,
            stateOf(district),
          ],
        }))}
      />
    </div>
  );

  function stateOf(district: DistrictRecord): string {
    if (!district.abolished) return t('district.exists');
    const names = district.successors.map(nameOf).join(', ');
    if (names === '') return t('district.abolished');
    return district.successorCertain
      ? t('district.successor', { names })
      : t('district.uncertain', { names });
  }
}
