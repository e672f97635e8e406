import { useTranslation } from 'react-i18next';
import { lineKey, type ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';
import { useLineWords } from './line-words.ts';
import type { ChoosingProps } from './reconciliation-table.tsx';
import { VerdictMark } from './verdict-mark.tsx';

interface Props extends ChoosingProps {
  line: ReconciliationLine;
  /** One month of a service, under the service's own row. */
  isMonth?: boolean;
}

/** One line of the comparison; one that differs can be chosen until somebody has acknowledged it. */
export function LineRow({ line, isMonth = false, toAcknowledge, chosen, onChoose }: Props) {
  const { t } = useTranslation('transfers');
  const words = useLineWords();
  const key = lineKey(line);
  const title = words.title(line);
  const isOpen = toAcknowledge.has(key);
  const spoken = line.service === null ? title : `${line.service} ${title}`;
  return (
    <tr data-verdict={line.verdict}>
      <th scope="row" className={isMonth ? 'reconciliation-month' : undefined}>
        {isOpen ? (
          <label className="reconciliation-choice">
            <input
              type="checkbox"
              checked={chosen.has(key)}
              aria-label={t('acknowledge.choose', { item: spoken })}
              onChange={() => {
                onChoose(key);
              }}
            />
            {title}
          </label>
        ) : (
          title
        )}
      </th>
      <td className="reconciliation-figure">{words.value(line, 'before')}</td>
      <td className="reconciliation-figure">{words.value(line, 'after')}</td>
      <td className="reconciliation-figure">{words.difference(line)}</td>
      <td>
        <VerdictMark verdict={line.verdict} />
        {line.verdict === 'differs' && !isOpen && (
          <span className="reconciliation-noted">{t('acknowledge.done')}</span>
        )}
      </td>
    </tr>
  );
}
