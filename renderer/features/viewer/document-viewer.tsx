import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { ScanState } from '../../../shared/ipc/contract.ts';
import { PaneMessage } from './pane-message.tsx';
import { ScanPane } from './scan-pane.tsx';
import { ScanTabMark } from './scan-tab-mark.tsx';
import './viewer.css';

export interface ViewedDocument {
  document: RequestDocument;
  state: ScanState;
  url: string | null;
  /** Of what lies at `url`. */
  isPdf: boolean;
}

interface Props {
  documents: readonly ViewedDocument[];
  selectedId: string | null;
  onSelect: (documentId: string) => void;
  /** Asks the main process for a scan that is not here. */
  onFetch: (hash: BlobHash) => void;
  /** Scans that were asked for and have not come yet. */
  fetching: ReadonlySet<BlobHash>;
}

/** The request's documents as tabs, each with the state of its scan. */
export function DocumentViewer({ documents, selectedId, onSelect, onFetch, fetching }: Props) {
  const { t } = useTranslation('viewer');
  const [first] = documents;
  if (!first) {
    return (
      <section className="viewer" aria-label={t('title')}>
        <PaneMessage tone="quiet" title={t('noDocuments.title')} text={t('noDocuments.text')} />
      </section>
    );
  }
  return (
    <section className="viewer" aria-label={t('title')}>
      <Tabs
        className="viewer-tabs"
        selectedKey={selectedId ?? first.document.id}
        onSelectionChange={(key) => {
          onSelect(String(key));
        }}
      >
        <TabList className="viewer-tablist" aria-label={t('title')}>
          {documents.map(({ document, state }) => (
            <Tab key={document.id} id={document.id} className="viewer-tab">
              <span>{t(`kinds.${document.kind}`)}</span>
              <ScanTabMark state={state} />
            </Tab>
          ))}
        </TabList>
        {documents.map((viewed) => (
          <TabPanel key={viewed.document.id} id={viewed.document.id} className="viewer-panel">
            <DocumentPane viewed={viewed} onFetch={onFetch} fetching={fetching} />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}

interface PaneProps {
  viewed: ViewedDocument;
  onFetch: (hash: BlobHash) => void;
  fetching: ReadonlySet<BlobHash>;
}

function DocumentPane({ viewed, onFetch, fetching }: PaneProps) {
  const { t } = useTranslation('viewer');
  const { document, state, url, isPdf } = viewed;
  const { scan } = document;
  switch (state) {
    case 'none':
      return <PaneMessage tone="quiet" title={t('none.title')} text={t('none.text')} />;
    case 'unmasked':
      return <PaneMessage tone="problem" title={t('unmasked.title')} text={t('unmasked.text')} />;
    case 'wants-hand':
      return <PaneMessage tone="problem" title={t('wantsHand.title')} text={t('wantsHand.text')} />;
    case 'waiting':
    case 'failed': {
      if (scan === null) return <PaneMessage tone="quiet" title={t('none.title')} text={t('none.text')} />;
      const isBusy = fetching.has(scan.hash);
      const label = state === 'waiting' ? t('waiting.fetch') : t('failed.retry');
      return (
        <PaneMessage
          tone={state === 'waiting' ? 'quiet' : 'problem'}
          title={t(`${state}.title`)}
          text={t(`${state}.text`)}
          action={{
            label: isBusy ? t('fetching') : label,
            isBusy,
            onPress: () => {
              onFetch(scan.hash);
            },
          }}
        />
      );
    }
    case 'ready':
      if (url === null) {
        return <PaneMessage tone="problem" title={t('broken.missing')} text={t('broken.text')} />;
      }
      return <ScanPane key={url} url={url} isPdf={isPdf} kind={t(`kinds.${document.kind}`)} />;
  }
}
