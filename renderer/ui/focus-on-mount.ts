import { useCallback, useEffect, useRef, type Ref, type RefCallback } from 'react';

/**
 * Gives an element the focus when it appears. The library's `autoFocus` waits for frames and transitions after a
 * form was sent with Enter (it takes that for a screen reader's click); by then a dialog has given the focus of
 * what went away to its first button, the closing one, and the wish is dropped.
 */
export function useFocusOnMount<Target extends HTMLElement>(
  isWanted: boolean,
  given: Ref<Target> | undefined,
): RefCallback<Target> {
  const target = useRef<Target | null>(null);
  const wanted = useRef(isWanted);
  useEffect(() => {
    if (wanted.current) target.current?.focus({ preventScroll: true });
  }, []);
  return useCallback(
    (element: Target | null) => {
      target.current = element;
      if (typeof given === 'function') return given(element);
      if (given) given.current = element;
      return undefined;
    },
    [given],
  );
}
