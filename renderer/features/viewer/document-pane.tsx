import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { ScanState } from '../../../shared/ipc/contract.ts';
import { PaneMessage, type PaneAction } from './pane-message.tsx';
import { ScanPane } from './scan-pane.tsx';
import { ViewerIcon } from './viewer-icon.tsx';
import type { ViewerSide } from './viewer-half.tsx';
import { Tool } from './viewer-toolbar.tsx';
import type { ShownPlace } from './viewer-halves.ts';

export interface ViewedDocument {
  document: RequestDocument;
  state: ScanState;
  url: string | null;
  /** Of the scan that is shown, which may be one taken in here; null where there is none. */
  mime: string | null;
}

interface Props {
  viewed: ViewedDocument;
  isActive: boolean;
  place: ShownPlace | null;
  side: ViewerSide;
}

/** One document: its scan, or why there is none and what can be done. Files may be dropped on it. */
export function DocumentPane(props: Props) {
  const { t } = useTranslation('viewer');
  const { onDropFiles } = props.side;
  const [isOver, setIsOver] = useState(false);
  const { id } = props.viewed.document;
  if (!onDropFiles) return <PaneContent {...props} />;
  return (
    <div
      className="viewer-drop"
      data-over={isOver}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onDropFiles(id, files);
      }}
    >
      <PaneContent {...props} />
      {isOver && <p className="viewer-drop-hint">{t('drop')}</p>}
    </div>
  );
}

function PaneContent({ viewed, isActive, place, side }: Props) {
  const { t } = useTranslation('viewer');
  const { document, state, url, mime } = viewed;
  const { scan } = document;
  const takeIn = takeInAction(side, document.id, t('takeIn'));
  switch (state) {
    case 'none':
      return <PaneMessage tone="quiet" title={t('none.title')} text={t('none.text')} actions={takeIn} />;
    case 'unmasked':
    case 'wants-hand': {
      const byHand = takeInAction(side, document.id, t('wants-hand.mask'));
      return (
        <PaneMessage
          tone="problem"
          title={t(`${state}.title`)}
          text={t(`${state}.text`)}
          actions={state === 'wants-hand' ? byHand : []}
        />
      );
    }
    case 'waiting':
    case 'failed': {
      if (scan === null) return <PaneMessage tone="quiet" title={t('none.title')} text={t('none.text')} />;
      const isBusy = side.fetching.has(scan.hash);
      const label = state === 'waiting' ? t('waiting.fetch') : t('failed.retry');
      const fetch = {
        label: isBusy ? t('fetching') : label,
        isBusy,
        onPress: () => {
          side.onFetch(scan.hash);
        },
      };
      return (
        <PaneMessage
          tone={state === 'waiting' ? 'quiet' : 'problem'}
          title={t(`${state}.title`)}
          text={t(`${state}.text`)}
          actions={[fetch, ...takeIn]}
        />
      );
    }
    case 'ready':
      if (url === null || mime === null) {
        return <PaneMessage tone="problem" title={t('broken.missing')} text={t('broken.text')} />;
      }
      return (
        <ScanPane
          key={url}
          url={url}
          isPdf={mime === 'application/pdf'}
          kind={t(`kinds.${document.kind}`)}
          isActive={isActive}
          place={place}
          {...(side.marksOf && { marks: side.marksOf(document.id) })}
          {...(side.onPin && {
            onPin: (page, box) => {
              side.onPin?.(document.id, { page, ...box });
            },
          })}
          {...(side.onTakeIn && { tools: <TakeInTool side={side} documentId={document.id} /> })}
        />
      );
  }
}

function takeInAction({ onTakeIn }: ViewerSide, documentId: string, label: string): PaneAction[] {
  return onTakeIn
    ? [
        {
          label,
          onPress: () => {
            onTakeIn(documentId);
          },
        },
      ]
    : [];
}

function TakeInTool({ side, documentId }: { side: ViewerSide; documentId: string }) {
  const { t } = useTranslation('viewer');
  return (
    <Tool
      label={t('takeIn')}
      isDisabled={false}
      onPress={() => {
        side.onTakeIn?.(documentId);
      }}
    >
      <ViewerIcon name="take-in" />
    </Tool>
  );
}
