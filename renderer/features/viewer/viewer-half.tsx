import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { DocumentPane, type ViewedDocument } from './document-pane.tsx';
import type { PageMark } from './page-marks.tsx';
import { ScanTabMark } from './scan-tab-mark.tsx';
import type { ShownPlace } from './viewer-halves.ts';

/** What the viewer's surroundings know of a document, and may do with it. */
export interface ViewerSide {
  /** Asks the main process for a scan that is not here. */
  onFetch: (hash: BlobHash) => void;
  /** Scans that were asked for and have not come yet. */
  fetching: ReadonlySet<BlobHash>;
  marksOf?: (documentId: string) => readonly PageMark[];
  /** Absent where pins are not kept. */
  onPin?: (documentId: string, box: PageBox) => void;
  /** Opens the taking in of a scan for this document; absent where nothing may be taken in. */
  onTakeIn?: (documentId: string) => void;
  /** Files were dropped on this document. */
  onDropFiles?: (documentId: string, files: readonly File[]) => void;
}

interface Props extends ViewerSide {
  documents: readonly ViewedDocument[];
  selectedId: string;
  place: ShownPlace | null;
  isActive: boolean;
  label: string;
  onSelect: (documentId: string) => void;
  onActivate: () => void;
  /** Buttons at the end of the tabs. */
  aside?: ReactNode;
}

/** The documents as tabs, each with the state of its scan: the whole viewer, or one half of it. */
export function ViewerHalf(props: Props) {
  const { t } = useTranslation('viewer');
  const { documents, selectedId, place, isActive, label, onSelect, onActivate, aside } = props;
  return (
    <div
      className="viewer-half"
      data-active={isActive}
      onFocusCapture={onActivate}
      onPointerDownCapture={onActivate}
    >
      <Tabs
        className="viewer-tabs"
        selectedKey={selectedId}
        onSelectionChange={(key) => {
          onSelect(String(key));
        }}
      >
        <div className="viewer-tabs-head">
          <TabList className="viewer-tablist" aria-label={label}>
            {documents.map(({ document, state }) => (
              <Tab key={document.id} id={document.id} className="viewer-tab">
                <span>{t(`kinds.${document.kind}`)}</span>
                <ScanTabMark state={state} />
              </Tab>
            ))}
          </TabList>
          {aside}
        </div>
        {documents.map((viewed) => (
          <TabPanel key={viewed.document.id} id={viewed.document.id} className="viewer-panel">
            <DocumentPane
              viewed={viewed}
              isActive={isActive}
              place={place?.documentId === viewed.document.id ? place : null}
              side={props}
            />
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
