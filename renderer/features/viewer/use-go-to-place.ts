import { useLayoutEffect, useRef, type RefObject } from 'react';
import { scrollForBox, zoomForBox } from './box-geometry.ts';
import type { Size } from './page-geometry.ts';
import type { ViewAction, ViewState } from './view-state.ts';
import type { ShownPlace } from './viewer-halves.ts';

interface Going {
  place: ShownPlace | null;
  stage: RefObject<HTMLElement | null>;
  view: ViewState;
  size: Size | null;
  pane: Size | null;
  shown: number | null;
  act: (action: ViewAction) => void;
}

/**
 * Turns to the page of a place, zooms to it and scrolls it into the middle, one step a render, as the page's size is
 * known only once it is there. A place that was reached is left alone: the officer may look about from it.
 */
export function useGoToPlace({ place, stage, view, size, pane, shown, act }: Going): void {
  const reached = useRef(0);
  useLayoutEffect(() => {
    const element = stage.current;
    if (place === null || place.asked === reached.current) return;
    if (view.page !== place.box.page + 1) {
      act({ type: 'show-page', page: place.box.page + 1 });
      return;
    }
    if (!element || !size || !pane || shown === null) return;
    const wanted = zoomForBox(place.box, size, view.rotation, pane);
    if (Math.abs(wanted - shown) > 0.001) {
      act({ type: 'zoom-to', zoom: wanted });
      return;
    }
    reached.current = place.asked;
    element.scrollTo(scrollForBox(place.box, size, view.rotation, { zoom: shown, pane }));
  }, [place, stage, view, size, pane, shown, act]);
}
