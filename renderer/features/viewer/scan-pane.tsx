import { useCallback, useReducer, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fractions } from './box-geometry.ts';
import { BrokenScan } from './broken-scan.tsx';
import { ImagePage } from './image-page.tsx';
import type { Broken } from './open-pdf.ts';
import { maxPages, scaleFor, type Size } from './page-geometry.ts';
import { PageMarks, type PageMark } from './page-marks.tsx';
import { PdfScan } from './pdf-scan.tsx';
import { PinPlacer } from './pin-placer.tsx';
import { useDragPan } from './use-drag-pan.ts';
import { useGoToPlace } from './use-go-to-place.ts';
import { usePaneSize } from './use-pane-size.ts';
import { useViewerShortcuts } from './use-viewer-shortcuts.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';
import { ViewerToolbar } from './viewer-toolbar.tsx';
import { filterOf, firstView, viewReducer } from './view-state.ts';
import type { ShownPlace } from './viewer-halves.ts';

interface Props {
  url: string;
  isPdf: boolean;
  /** What the scan is, in the officer's language. */
  kind: string;
  /** More pages than this are not opened; a paper of our own may have more than a scan. */
  mostPages?: number;
  /** False in the half of the viewer that is not in use: keys go to the other one. */
  isActive?: boolean;
  /** Where to turn, zoom and scroll to. */
  place?: ShownPlace | null;
  marks?: readonly PageMark[];
  /** Puts a pin on the page (counted from 0); absent where pins are not kept. */
  onPin?: (page: number, box: Fractions) => void;
  /** More buttons at the toolbar's end. */
  tools?: ReactNode;
}

const noMarks: readonly PageMark[] = [];

/** One scan with its toolbar. A scan that cannot be shown says why, and can be tried again. */
export function ScanPane(props: Props) {
  const {
    url,
    isPdf,
    kind,
    mostPages = maxPages,
    isActive = true,
    place = null,
    marks = noMarks,
    onPin,
  } = props;
  const { t } = useTranslation('viewer');
  const [view, act] = useReducer(viewReducer, firstView);
  const [size, setSize] = useState<Size | null>(null);
  const [broken, setBroken] = useState<Broken | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [placing, setPlacing] = useState<{ x: number; y: number } | null>(null);
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
  const startPin =
    onPin &&
    (() => {
      setPlacing(placing === null ? middleInSight(stage.current) : null);
    });
  const endPin = () => {
    setPlacing(null);
    stage.current?.focus();
  };
  useDragPan(stage);
  useWheelZoom(stage, shown, onZoom);
  useViewerShortcuts(act, isActive && broken === null ? shown : null, startPin);
  useGoToPlace({ place, stage, view, size, pane, shown, act });

  const label = t('stage', { kind, page: view.page, pages: view.pages });
  const over = (
    <>
      <PageMarks
        marks={place ? [...marks, { id: 'place', kind: 'place', box: place.box, label: t('place') }] : marks}
        page={view.page}
        rotation={view.rotation}
      />
      {placing && onPin && (
        <PinPlacer
          rotation={view.rotation}
          start={placing}
          onCancel={endPin}
          onPlaced={(box) => {
            endPin();
            onPin(view.page - 1, box);
          }}
        />
      )}
    </>
  );
  const page = {
    label,
    size,
    scale: shown ?? 1,
    rotation: view.rotation,
    filter: filterOf(view),
    over,
    onSize,
    onBroken: setBroken,
  };

  return (
    <div className="viewer-scan">
      <ViewerToolbar
        view={view}
        shown={shown}
        isDisabled={broken !== null}
        act={act}
        isPinning={placing !== null}
        onPin={startPin}
        tools={props.tools}
      />
      {placing && <p className="viewer-hint">{t('pin.hint')}</p>}
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

/** The middle of what the pane shows of the page, in fractions of the page as it is turned. */
function middleInSight(stage: HTMLElement | null): { x: number; y: number } {
  const page = stage?.querySelector('.viewer-page')?.getBoundingClientRect();
  const pane = stage?.getBoundingClientRect();
  if (!page || !pane || page.width === 0 || page.height === 0) return { x: 0.5, y: 0.5 };
  const middle = (from: number, to: number, start: number, length: number) =>
    (Math.max(from, start) + Math.min(to, start + length)) / 2 / length - start / length;
  return {
    x: middle(pane.left, pane.right, page.left, page.width),
    y: middle(pane.top, pane.bottom, page.top, page.height),
  };
}
