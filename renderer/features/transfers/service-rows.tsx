import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { LineRow } from './line-row.tsx';
import { useLineWords } from './line-words.ts';
import type { ServiceGroup } from './reconciliation-groups.ts';
import type { ChoosingProps } from './reconciliation-table.tsx';
import { VerdictMark } from './verdict-mark.tsx';

/** One service with its sum; its months open below it, by themselves where one of them differs. */
export function ServiceRows({ group, ...choosing }: { group: ServiceGroup } & ChoosingProps) {
  const { t } = useTranslation('transfers');
  const words = useLineWords();
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = opened ?? group.differs;
  const name = group.service === '' ? t('notKnown') : group.service;
  return (
    <>
      <tr className="reconciliation-service">
        <th scope="row">
          <Button
            variant="quiet"
            size="small"
            icon={isOpen ? 'chevron-up' : 'chevron-down'}
            isExpanded={isOpen}
            onPress={() => {
              setOpened(!isOpen);
            }}
          >
            {name}
          </Button>
          <span className="muted"> {t('reconciliation.months', { count: group.months.length })}</span>
        </th>
        <td className="reconciliation-figure">{formatNumber(group.before)}</td>
        <td className="reconciliation-figure">{formatNumber(group.after)}</td>
        <td className="reconciliation-figure">
          {words.difference({ unit: 'count', difference: group.difference })}
        </td>
        <td>
          <VerdictMark verdict={group.differs ? 'differs' : 'same'} />
        </td>
      </tr>
      {isOpen && group.months.map((line) => <LineRow key={line.month} line={line} isMonth {...choosing} />)}
    </>
  );
}
