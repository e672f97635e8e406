import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './page-geometry.ts';

/** Free space inside an element, followed as it changes. Null before the first layout. */
export function usePaneSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSize(innerSize(element));
    });
    observer.observe(element);
    setSize(innerSize(element));
    return () => {
      observer.disconnect();
    };
  }, [ref]);

  return size;
}

function innerSize(element: HTMLElement): Size {
  const style = getComputedStyle(element);
  const across = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
  const down = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  return {
    width: Math.max(1, element.clientWidth - across),
    height: Math.max(1, element.clientHeight - down),
  };
}
