import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
import { useQueueView } from './queue-view.ts';

interface Props {
  inputRef: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
  onOpenFound: () => void;
}

/** Searches as one types; the arrow down goes to the list, Enter opens what the words find. */
export function QueueSearch({ inputRef, onLeave, onOpenFound }: Props) {
  const { t } = useTranslation('queue');
  const typed = useQueueView((view) => view.typed);
  const search = useQueueView((view) => view.search);
  return (
    <div
      className="queue-search"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown') onLeave();
        else if (event.key === 'Enter') onOpenFound();
        else return;
        event.preventDefault();
      }}
    >
      <SearchField
        label={t('search.label')}
        clearLabel={t('search.clear')}
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={search}
        inputRef={inputRef}
      />
    </div>
  );
}
