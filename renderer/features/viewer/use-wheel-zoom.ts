import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { clampZoom, scrollAfterZoom } from './page-geometry.ts';

/**
 * Ctrl and the wheel zoom around the pointer. The listener is not passive: otherwise the browser would zoom the whole
 * window.
 */
export function useWheelZoom(
  ref: RefObject<HTMLElement | null>,
  shown: number | null,
  onZoom: (zoom: number) => void,
): void {
  const latest = useRef({ shown, onZoom });
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const before = useRef(shown);

  useEffect(() => {
    latest.current = { shown, onZoom };
  });

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const now = latest.current;
      if (now.shown === null) return;
      const box = element.getBoundingClientRect();
      pointer.current = { x: event.clientX - box.left, y: event.clientY - box.top };
      now.onZoom(clampZoom(now.shown * Math.exp(-event.deltaY / 400)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  }, [ref]);

  useLayoutEffect(() => {
    const element = ref.current;
    const at = pointer.current;
    if (element && at && shown !== null && before.current !== null && shown !== before.current) {
      const ratio = shown / before.current;
      element.scrollLeft = scrollAfterZoom(element.scrollLeft, at.x, ratio);
      element.scrollTop = scrollAfterZoom(element.scrollTop, at.y, ratio);
    }
    pointer.current = null;
    before.current = shown;
  }, [ref, shown]);
}
