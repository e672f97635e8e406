import { useTranslation } from 'react-i18next';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import type { SignOffItem } from '../../../shared/ipc/views/sign-off.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useNow } from '../../app/use-now.ts';
import { SignOffRow } from './sign-off-row.tsx';

interface Props {
  items: readonly SignOffItem[];
  /** Those whose tick was taken away; all others are signed. */
  left: ReadonlySet<DecisionId>;
  onLeft: (left: ReadonlySet<DecisionId>) => void;
  onChanged: () => void;
}

export function SignOffTable({ items, left, onLeft, onChanged }: Props) {
  const { t } = useTranslation('sign-off');
  const now = useNow(1000);
  const isAll = items.every(({ decisionId }) => !left.has(decisionId));

  function choose(id: DecisionId, isChosen: boolean): void {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    onLeft(next);
  }

  return (
    <table className="list-table sign-off-table" aria-label={t('listLabel')}>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              isSelected={isAll}
              onChange={(isChosen) => {
                onLeft(new Set(isChosen ? [] : items.map(({ decisionId }) => decisionId)));
              }}
            >
              {t('all')}
            </Checkbox>
          </th>
          <th scope="col">{t('column.applicant')}</th>
          <th scope="col">{t('column.decision')}</th>
          <th scope="col">{t('column.newLsp')}</th>
          <th scope="col">{t('column.recorded')}</th>
          <th scope="col">{t('column.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <SignOffRow
            key={item.decisionId}
            item={item}
            now={now}
            isChosen={!left.has(item.decisionId)}
            onChoose={(isChosen) => {
              choose(item.decisionId, isChosen);
            }}
            onChanged={onChanged}
          />
        ))}
      </tbody>
    </table>
  );
}
