import { useEffect, type RefObject } from 'react';

/** Lets the officer push the page about with the mouse, as on a desk. */
export function useDragPan(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const abort = new AbortController();
    const { signal } = abort;
    let last: { x: number; y: number } | null = null;

    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0 || event.pointerType !== 'mouse') return;
        last = { x: event.clientX, y: event.clientY };
        element.setPointerCapture(event.pointerId);
        element.dataset['dragging'] = 'true';
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (last === null) return;
        element.scrollLeft -= event.clientX - last.x;
        element.scrollTop -= event.clientY - last.y;
        last = { x: event.clientX, y: event.clientY };
      },
      { signal },
    );
    const end = () => {
      last = null;
      delete element.dataset['dragging'];
    };
    element.addEventListener('pointerup', end, { signal });
    element.addEventListener('pointercancel', end, { signal });
    return () => {
      abort.abort();
    };
  }, [ref]);
}
