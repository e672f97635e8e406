import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { drawPage, pageSize, releaseCanvas } from './draw-page.ts';
import type { Broken } from './open-pdf.ts';
import { rotated, type Rotation, type Size } from './page-geometry.ts';

interface Props {
  document: PDFDocumentProxy;
  page: number;
  label: string;
  size: Size | null;
  scale: number;
  rotation: Rotation;
  /** Brightness and contrast. */
  filter: string | undefined;
  /** What lies over the page: frames, and boxes being drawn. */
  over: ReactNode;
  onSize: (size: Size) => void;
  onBroken: (broken: Broken) => void;
}

/** The wheel gives many zoom steps a second: the page is stretched at once and drawn sharp when they end. */
const redrawAfterMs = 120;

/** One page of a PDF on a canvas. */
export function PdfPage(props: Props) {
  const { document, page, label, size, scale, rotation, filter, over, onSize, onBroken } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const loaded = useLoadedPage(document, page, onSize, onBroken);

  useEffect(() => {
    const target = canvas.current;
    if (!target || !loaded || !size) return;
    let cancel: (() => void) | null = null;
    const timer = setTimeout(
      () => {
        const drawing = drawPage({ page: loaded, canvas: target, size, rotation, shown: scale });
        cancel = drawing.cancel;
        drawing.done.then(
          () => {
            target.dataset['drawn'] = 'true';
          },
          (error: unknown) => {
            if (!isCancelled(error)) onBroken('page');
          },
        );
      },
      target.dataset['drawn'] ? redrawAfterMs : 0,
    );
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }, [loaded, size, rotation, scale, onBroken]);

  useEffect(() => {
    const target = canvas.current;
    return () => {
      if (target) releaseCanvas(target);
    };
  }, [document]);

  const turned = size ? rotated(size, rotation) : { width: 0, height: 0 };
  return (
    <div
      className="viewer-page"
      style={{ width: turned.width * scale, height: turned.height * scale }}
      data-ready={size !== null}
    >
      <canvas ref={canvas} className="viewer-canvas" role="img" aria-label={label} style={{ filter }} />
      {over}
    </div>
  );
}

function useLoadedPage(
  document: PDFDocumentProxy,
  number: number,
  onSize: (size: Size) => void,
  onBroken: (broken: Broken) => void,
): PDFPageProxy | null {
  const [loaded, setLoaded] = useState<PDFPageProxy | null>(null);

  useEffect(() => {
    let isCurrent = true;
    let page: PDFPageProxy | null = null;
    document.getPage(number).then(
      (proxy) => {
        if (!isCurrent) return;
        page = proxy;
        onSize(pageSize(proxy));
        setLoaded(proxy);
      },
      () => {
        if (isCurrent) onBroken('page');
      },
    );
    return () => {
      isCurrent = false;
      page?.cleanup();
    };
  }, [document, number, onSize, onBroken]);

  return loaded;
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'RenderingCancelledException';
}
