import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../shared/domain/request.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useDocumentReview, type OpenedReview } from '../documents/use-document-review.ts';
import { firstHalves, halvesReducer, type HalvesAction, type ViewerHalves } from '../viewer/viewer-halves.ts';
import { useScans, type Scans } from './use-scans.ts';

export type ReviewTab = 'details' | 'documents';

export interface TakingIn {
  documentId: string;
  kind: DocumentKind;
  dropped: readonly File[];
}

/** What is on the officer's desk besides the draft: the documents, how they are looked at, and what is taken in. */
export interface DocumentDesk {
  opened: OpenedReview;
  scans: Scans;
  halves: ViewerHalves;
  act: (action: HalvesAction) => void;
  tab: ReviewTab;
  setTab: (tab: ReviewTab) => void;
  /** The table across the window, and two documents below it. */
  isWide: boolean;
  setIsWide: (isWide: boolean) => void;
  takingIn: TakingIn | null;
  setTakingIn: (takingIn: TakingIn | null) => void;
}

export function useDocumentDesk(
  requestId: RequestId,
  detail: RequestDetail | null,
  reload: () => void,
): DocumentDesk {
  const opened = useDocumentReview(requestId);
  const scans = useScans(detail, opened.review, reload);
  const [halves, act] = useReducer(halvesReducer, firstHalves);
  const [tab, setTab] = useState<ReviewTab>('details');
  const [isWide, setWide] = useState(false);
  const [takingIn, setTakingIn] = useState<TakingIn | null>(null);

  const setIsWide = (next: boolean) => {
    if (next === isWide) return;
    setWide(next);
    if (next) setTab('documents');
    act({ type: 'compare', isCompared: next && scans.documents.length > 1 });
  };
  const desk = { opened, scans, halves, act, tab, setTab, isWide, setIsWide, takingIn, setTakingIn };
  useDeskShortcuts(desk);
  return desk;
}

function useDeskShortcuts({ tab, setTab, isWide, setIsWide }: DocumentDesk): void {
  const { t } = useTranslation('documents');
  const group = t('shortcuts.group');
  useShortcuts([
    {
      keys: ['g'],
      label: t('shortcuts.turn'),
      group,
      run: () => {
        const next = tab === 'details' ? 'documents' : 'details';
        if (next === 'details') setIsWide(false);
        setTab(next);
        focusTableSoon(next);
      },
    },
    {
      keys: ['q'],
      label: t('shortcuts.wide'),
      group,
      run: () => {
        setIsWide(!isWide);
        focusTableSoon('documents');
      },
    },
  ]);
}

/** Who comes by key goes on by key: into the table, once it is there. */
function focusTableSoon(tab: ReviewTab): void {
  if (tab !== 'documents') return;
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('.comparison [tabindex="0"]')?.focus();
  });
}
