import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampZoom,
  drawScale,
  isTooLarge,
  maxPixels,
  maxZoom,
  minZoom,
  scaleFor,
  scrollAfterZoom,
  turnRight,
  zoomStep,
} from '../../../../renderer/features/viewer/page-geometry.ts';
import { firstView, viewReducer } from '../../../../renderer/features/viewer/view-state.ts';

const a4 = { width: 794, height: 1123 };
const pane = { width: 600, height: 500 };

describe('scaleFor', () => {
  it('fits the width, and the whole page', () => {
    expect(scaleFor('fit-width', a4, 0, pane)).toBeCloseTo(600 / 794);
    expect(scaleFor('fit-page', a4, 0, pane)).toBeCloseTo(500 / 1123);
  });

  it('fits the page as it is turned', () => {
    expect(scaleFor('fit-width', a4, 90, pane)).toBeCloseTo(600 / 1123);
    expect(scaleFor('fit-page', a4, 270, { width: 5000, height: 397 })).toBeCloseTo(0.5);
  });

  it('stays within the limits whatever the page is', () => {
    expect(scaleFor('fit-width', { width: 100_000, height: 1 }, 0, pane)).toBe(minZoom);
    expect(scaleFor('fit-width', { width: 1, height: 1 }, 0, pane)).toBe(maxZoom);
    expect(clampZoom(Number.NaN)).toBe(1);
  });
});

describe('drawScale', () => {
  it('never draws more than the limit of pixels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.double({ min: minZoom, max: maxZoom, noNaN: true }),
        fc.constantFrom(1, 1.25, 2, 3),
        (width, height, shown, ratio) => {
          const scale = drawScale({ width, height }, shown, ratio);
          expect(width * scale * height * scale).toBeLessThanOrEqual(maxPixels * 1.000001);
          expect(scale).toBeLessThanOrEqual(shown * ratio);
        },
      ),
    );
  });

  it('is sharp where it can be', () => {
    expect(drawScale(a4, 1, 2)).toBe(2);
  });

  it('refuses pictures above the limit', () => {
    expect(isTooLarge({ width: 8000, height: 5000 })).toBe(false);
    expect(isTooLarge({ width: 8000, height: 5001 })).toBe(true);
  });
});

describe('zooming', () => {
  it('goes back where it came from', () => {
    expect(zoomStep(zoomStep(0.8, 'in'), 'out')).toBeCloseTo(0.8);
    expect(zoomStep(maxZoom, 'in')).toBe(maxZoom);
    expect(zoomStep(minZoom, 'out')).toBe(minZoom);
  });

  it('keeps the point under the pointer', () => {
    const after = scrollAfterZoom(100, 50, 2);
    expect((after + 50) / 2).toBe(100 + 50);
    expect(scrollAfterZoom(0, 100, 0.5)).toBe(0);
  });
});

describe('viewReducer', () => {
  it('turns four times round', () => {
    expect(turnRight(turnRight(turnRight(turnRight(0))))).toBe(0);
    expect(viewReducer(firstView, { type: 'rotate' }).rotation).toBe(90);
  });

  it('turns pages within the document', () => {
    const known = viewReducer(firstView, { type: 'pages-known', pages: 3 });
    const last = [1, 1, 1, 1].reduce((view) => viewReducer(view, { type: 'turn-page', by: 1 }), known);
    expect(last.page).toBe(3);
    expect(viewReducer(known, { type: 'turn-page', by: -1 }).page).toBe(1);
    expect(viewReducer(last, { type: 'pages-known', pages: 2 }).page).toBe(2);
  });

  it('zooms from what is shown, also out of a fit', () => {
    expect(viewReducer(firstView, { type: 'zoom', direction: 'in', shown: 0.8 }).zoom).toBeCloseTo(1);
    expect(viewReducer(firstView, { type: 'fit', zoom: 'fit-page' }).zoom).toBe('fit-page');
    expect(viewReducer(firstView, { type: 'zoom-to', zoom: 2 }).zoom).toBe(2);
  });
});
