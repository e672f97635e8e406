import { useCallback, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrokenScan } from './broken-scan.tsx';
import { ImagePage } from './image-page.tsx';
import type { Broken } from './open-pdf.ts';
import { maxPages, scaleFor, type Size } from './page-geometry.ts';
import { PdfScan } from './pdf-scan.tsx';
import { useDragPan } from './use-drag-pan.ts';
import { usePaneSize } from './use-pane-size.ts';
import { useViewerShortcuts } from './use-viewer-shortcuts.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';
import { ViewerToolbar } from './viewer-toolbar.tsx';
import { firstView, viewReducer } from './view-state.ts';

interface Props {
  url: string;
  isPdf: boolean;
  /** What the scan is, in the officer's language. */
  kind: string;
  /** More pages than this are not opened; a paper of our own may have more than a scan. */
  mostPages?: number;
}

/** One scan with its toolbar. A scan that cannot be shown says why, and can be tried again. */
export function ScanPane({ url, isPdf, kind, mostPages = maxPages }: Props) {
  const { t } = useTranslation('viewer');
  const [view, act] = useReducer(viewReducer, firstView);
  const [size, setSize] = useState<Size | null>(null);
  const [broken, setBroken] = useState<Broken | null>(null);
  const [attempt, setAttempt] = useState(0);
  const stage = useRef<HTMLDivElement>(null);
  const pane = usePaneSize(stage);
  const shown = size && pane ? scaleFor(view.zoom, size, view.rotation, pane) : null;

  const onSize = useCallback((next: Size) => {
    setSize((old) => (old?.width === next.width && old.height === next.height ? old : next));
  }, []);
  const onPages = useCallback((pages: number) => {
    act({ type: 'pages-known', pages });
  }, []);
  const onZoom = useCallback((zoom: number) => {
    act({ type: 'zoom-to', zoom });
  }, []);
  useDragPan(stage);
  useWheelZoom(stage, shown, onZoom);
  useViewerShortcuts(act, shown);

  const label = t('stage', { kind, page: view.page, pages: view.pages });
  const page = { label, size, scale: shown ?? 1, rotation: view.rotation, onSize, onBroken: setBroken };

  return (
    <div className="viewer-scan">
      <ViewerToolbar view={view} shown={shown} isDisabled={broken !== null} act={act} />
      <div
        ref={stage}
        className="viewer-stage"
        tabIndex={0}
        role="region"
        aria-label={label}
        data-broken={broken !== null}
      >
        {broken !== null ? (
          <BrokenScan
            broken={broken}
            onAgain={() => {
              setBroken(null);
              setAttempt(attempt + 1);
            }}
          />
        ) : (
          <>
            {shown === null && <p className="viewer-loading">{t('loading')}</p>}
            {isPdf ? (
              <PdfScan
                key={attempt}
                url={url}
                mostPages={mostPages}
                number={view.page}
                onPages={onPages}
                {...page}
              />
            ) : (
              <ImagePage key={attempt} url={url} {...page} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
