import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { ArchiveHit } from '../../../shared/ipc/views/archive-hit.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useDesk } from '../../app/desk-store.ts';
import { HitList, hitElementId } from './hit-list.tsx';
import { RequestStory } from './request-story.tsx';
import { SearchBox } from './search-box.tsx';
import { StatusHint } from './status-hint.tsx';
import { useStatusView } from './status-view.ts';
import { useArchiveSearch, type ArchiveSearch } from './use-archive-search.ts';
import './status-desk.css';

/** The counter: one box over the whole archive, and the story of the request that is asked about. */
export function StatusScreen({ requestId }: { requestId: RequestId | null }) {
  const { t } = useTranslation('status-desk');
  const typed = useStatusView((view) => view.typed);
  const type = useStatusView((view) => view.type);
  const go = useDesk((desk) => desk.go);
  const search = useArchiveSearch(typed);
  const hits = search.answer?.hits ?? [];
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, Math.max(0, hits.length - 1));
  const told = toldRequest(requestId, search);

  const open = (hit: ArchiveHit | undefined) => {
    if (hit) go({ name: 'status', requestId: hit.id });
  };
  return (
    <main className="status-desk" aria-label={t('title')}>
      <section className="status-find" aria-label={t('find')}>
        <SearchBox
          typed={typed}
          expanded={hits.length > 0}
          active={hits.length > 0 ? hitElementId(at) : null}
          onType={(text) => {
            type(text);
            setMarked(0);
            if (requestId !== null) go({ name: 'status', requestId: null });
          }}
          onMove={(by) => {
            setMarked(Math.min(Math.max(0, at + by), Math.max(0, hits.length - 1)));
          }}
          onOpen={() => {
            open(hits[at]);
          }}
        />
        <SearchState search={search} />
        <HitList hits={hits} marked={at} told={told} onOpen={open} />
      </section>
      <section className="status-story scroll" aria-label={t('story')} tabIndex={0}>
        {told === null ? <StatusHint /> : <RequestStory key={told} requestId={told} />}
      </section>
    </main>
  );
}

/** The request that was chosen; else the only one that the words find. */
function toldRequest(chosen: RequestId | null, { answer }: ArchiveSearch): RequestId | null {
  if (chosen !== null) return chosen;
  const [only, ...others] = answer?.hits ?? [];
  return only !== undefined && others.length === 0 && answer?.more === false ? only.id : null;
}

/** How many were found, that there are more, or why there are none. */
function SearchState({ search: { answer, answered, error } }: { search: ArchiveSearch }) {
  const { t } = useTranslation('status-desk');
  if (error !== null) {
    return <ErrorBanner error={error} />;
  }
  return (
    <p className="status-found" role="status">
      {answer !== null && foundWords()}
    </p>
  );

  function foundWords(): string {
    if (answer === null) return '';
    if (answer.more) return t('typeOn', { count: answer.hits.length });
    if (answer.hits.length > 0) return t('found', { count: answer.hits.length });
    // Digits are looked for from three on; fewer would find half the archive.
    return /^[\d०-९]{1,2}$/.test(answered.trim()) ? t('tooFewDigits') : t('none', { text: answered });
  }
}
