import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ListedAct,
  ListedDecision,
  ListedScan,
  ListedUpload,
} from '../../../shared/ipc/views/outbox.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';

/** The table of one kind of items. @param what the heading of what the item is */
export function ItemRows({ what, children }: { what: string; children: ReactNode }) {
  const { t } = useTranslation('outbox');
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{t('column.request')}</th>
          <th scope="col">{t('column.centre')}</th>
          <th scope="col">{what}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.actions')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The two cells with which every row begins. */
export function RequestCells({ item }: { item: ListedAct | ListedDecision | ListedScan | ListedUpload }) {
  const say = useBilingual();
  return (
    <>
      <td>
        {item.requestNo}
        <br />
        <span className="muted">{item.kioskCode}</span>
      </td>
      <td>{say(item.centreName)}</td>
    </>
  );
}

/** Why it stands so and what comes next, a line for each sentence. */
export function StateSentences({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} className="state-words">
      {sentence}
    </p>
  ));
}
