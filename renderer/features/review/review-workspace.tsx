import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { openChecks } from '../documents/check-order.ts';
import { DocumentsTab, type DocumentMarks } from '../documents/documents-tab.tsx';
import { IntakeDialog } from '../documents/intake-dialog.tsx';
import { mostPins, pinSign, withPin } from '../documents/pin-list.ts';
import { DocumentViewer } from '../viewer/document-viewer.tsx';
import type { PageMark } from '../viewer/page-marks.tsx';
import type { DocumentDesk } from './use-document-desk.ts';

interface Props {
  detail: RequestDetail;
  desk: DocumentDesk;
  marks: DocumentMarks;
  /** Null where the review is over. */
  onMarks: ((marks: Partial<DocumentMarks>) => void) | null;
  /** Facts, rules and checklist. */
  details: ReactNode;
  /** Below them: the decision being made, or the one that stands. */
  dock: ReactNode;
}

/** The whole of a review: its parts as tabs on the left, the documents on the right; or the table across both. */
export function ReviewWorkspace({ detail, desk, marks, onMarks, details, dock }: Props) {
  const { t } = useTranslation('documents');
  const [newestPin, setNewestPin] = useState<string | null>(null);
  const { opened, scans, halves, act, isWide } = desk;
  const isOver = onMarks === null;
  const takeIn = (documentId: string, dropped: readonly File[] = []) => {
    const viewed = scans.documents.find(({ document }) => document.id === documentId);
    if (viewed) desk.setTakingIn({ documentId, kind: viewed.document.kind, dropped });
  };
  const pin = (documentId: string, box: PageBox) => {
    if (marks.pins.length >= mostPins) {
      showNotice({ tone: 'warn', title: t('pins.full', { most: mostPins }) }, 6000);
      return;
    }
    const id = crypto.randomUUID();
    desk.setTab('documents');
    setNewestPin(id);
    onMarks?.({ pins: withPin(marks.pins, { id, documentId, box }) });
  };
  const marksOf = (documentId: string): PageMark[] =>
    marks.pins
      .filter((one) => one.documentId === documentId)
      .map(({ id, box, note }) => {
        const sign = pinSign(marks.pins, id);
        const label = note === '' ? t('pins.label', { sign }) : t('pins.labelNote', { sign, note });
        return { id, kind: 'pin', box, label, sign };
      });

  return (
    <div className="review-panes" data-wide={isWide} data-tab={desk.tab}>
      <div className="review-left">
        <div className="review-tabs">
          <Tabs
            label={t('tabs.label')}
            selected={desk.tab}
            onChange={(tab) => {
              if (tab === 'details') desk.setIsWide(false);
              desk.setTab(tab);
            }}
            items={[
              { id: 'details', label: t('tabs.details'), content: details },
              {
                id: 'documents',
                label: t('tabs.open', { count: openChecks(opened.review?.checks ?? [], marks.verdicts) }),
                content: (
                  <DocumentsTab
                    request={detail.request}
                    opened={opened}
                    marks={marks}
                    newestPin={newestPin}
                    onChange={onMarks}
                    onGo={(to) => {
                      act({ type: 'go', to });
                    }}
                    onGoBoth={(left, right) => {
                      act({ type: 'go-both', left, right });
                    }}
                    onTakeIn={isOver ? null : takeIn}
                  />
                ),
              },
            ]}
          />
          <span className="review-widen">
            <Button
              size="small"
              variant="quiet"
              keys="Q"
              isPressed={isWide}
              onPress={() => {
                desk.setIsWide(!isWide);
              }}
            >
              {isWide ? t('tabs.narrow') : t('tabs.wide')}
            </Button>
          </span>
        </div>
        {dock}
      </div>
      <DocumentViewer
        documents={scans.documents}
        halves={halves}
        act={act}
        firstId={scans.firstId}
        onFetch={scans.fetchScan}
        fetching={scans.fetching}
        marksOf={marksOf}
        {...(!isOver && { onPin: pin, onTakeIn: takeIn, onDropFiles: takeIn })}
      />
      <TakingIn detail={detail} desk={desk} />
    </div>
  );
}

function TakingIn({ detail, desk }: Pick<Props, 'detail' | 'desk'>) {
  const { takingIn, scans, setTakingIn } = desk;
  if (takingIn === null) return null;
  const { documentId, kind, dropped } = takingIn;
  // Of the checklist alone, there is nothing to be seen yet.
  const viewed = scans.documents.find(({ document }) => document.id === documentId);
  return (
    <IntakeDialog
      slot={{ requestId: detail.request.id, documentId, kind }}
      dropped={dropped}
      isOnServer={viewed?.state === 'wants-hand'}
      onClose={() => {
        setTakingIn(null);
      }}
    />
  );
}
