import type { PDFPageProxy } from 'pdfjs-dist';
import { drawScale, type Rotation, type Size } from './page-geometry.ts';

/** PDF units are points; shown at 1 a page has its size at 96 dots to the inch. */
export const pdfUnit = 96 / 72;

const drawTimeoutMs = 30_000;

export interface PageDrawing {
  page: PDFPageProxy;
  canvas: HTMLCanvasElement;
  /** The page's own size in CSS pixels, before rotation. */
  size: Size;
  rotation: Rotation;
  shown: number;
}

/** The size of a page at a factor of 1, in CSS pixels, before the officer's rotation. */
export function pageSize(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: pdfUnit });
  return { width, height };
}

/**
 * Draws a page on its canvas, at most `maxPixels` large.
 * @returns a function that stops the drawing; `done` rejects when the page cannot be drawn.
 */
export function drawPage({ page, canvas, size, rotation, shown }: PageDrawing): {
  done: Promise<void>;
  cancel: () => void;
} {
  const scale = drawScale(size, shown, devicePixelRatio);
  const viewport = page.getViewport({ scale: scale * pdfUnit, rotation: (page.rotate + rotation) % 360 });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport, intent: 'display' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The page took too long'));
    }, drawTimeoutMs);
  });
  const done = Promise.race([task.promise, late])
    .finally(() => {
      clearTimeout(timer);
    })
    .then(() => {
      if (hasLostImage(page)) throw new Error('An image of the page could not be decoded');
    });
  return {
    done,
    cancel() {
      task.cancel();
    },
  };
}

/**
 * The reader leaves an image out that it cannot decode, and says nothing: a scanned page would look empty, and an empty
 * page be taken for what the applicant sent. Such an image stands as null among the page's objects.
 */
function hasLostImage(page: PDFPageProxy): boolean {
  const objects = [...page.objs, ...page.commonObjs] as [string, unknown][];
  return objects.some(([id, data]) => data === null && id.includes('img_'));
}

/** A canvas without pixels holds no memory, even while something still refers to it. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
