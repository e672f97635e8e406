import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { queueKeys } from './queue-keys.ts';
import { planQuery, isFiltered } from './queue-query.ts';
import { piles } from './queue-piles.tsx';
import { useQueueView } from './queue-view.ts';
import type { OfficeDays } from './use-office-days.ts';
import type { PileCounts } from './use-queue.ts';

interface Props {
  counts: PileCounts;
  days: OfficeDays | null;
}

/** Why the list is empty, and what to do. What was searched for may lie in another pile: then it says so. */
export function QueueEmpty({ counts, days }: Props) {
  const { t } = useTranslation('queue');
  const { pile, typed, filters, clear } = useQueueView();
  if (isFiltered(filters, typed)) {
    return (
      <EmptyState
        icon="search"
        title={t('empty.noMatch.title')}
        action={<Button onPress={clear}>{t('empty.noMatch.clear')}</Button>}
      >
        <OtherPiles days={days} />
        {t('empty.noMatch.text')}
      </EmptyState>
    );
  }
  const isAllEmpty = counts['to-do'] + counts.waiting + counts.done === 0;
  const words = isAllEmpty ? 'none' : pile;
  return (
    <EmptyState
      icon={pile === 'to-do' && !isAllEmpty ? 'check-circle' : 'inbox'}
      title={t(`empty.${words}.title`)}
    >
      {t(`empty.${words}.text`)}
    </EmptyState>
  );
}

/** How many the same search finds in the other piles, each a way there. */
function OtherPiles({ days }: { days: OfficeDays | null }) {
  const { t } = useTranslation('queue');
  const { pile, typed, filters, showPile } = useQueueView();
  const others = piles.filter((other) => other !== pile);
  const found = useLiveQuery(
    () =>
      Promise.all(
        others.map(async (other) => ({
          pile: other,
          count: (await queueKeys(planQuery(other, filters, typed, days))).length,
        })),
      ),
    [pile, typed, filters, days],
  );
  const some = found?.filter(({ count }) => count > 0) ?? [];
  if (some.length === 0) return null;
  return (
    <div className="queue-other-piles">
      {some.map((other) => (
        <Button
          key={other.pile}
          size="small"
          onPress={() => {
            showPile(other.pile);
          }}
        >
          {t('otherPile', { pile: t(`piles.${other.pile}`), found: formatNumber(other.count) })}
        </Button>
      ))}
    </div>
  );
}
