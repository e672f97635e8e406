import { useEffect, useImperativeHandle, useRef, type Ref, type RefObject } from 'react';

/**
 * Gives an element the focus when it appears. The library's `autoFocus` waits for frames and transitions after a
 * form was sent with Enter (it takes that for a screen reader's click); by then a dialog has given the focus of
 * what went away to its first button, the closing one, and the wish is dropped.
 */
export function useFocusOnMount<Target extends HTMLElement>(
  isWanted: boolean,
  given: Ref<Target> | undefined,
): RefObject<Target | null> {
  const target = useRef<Target | null>(null);
  const wanted = useRef(isWanted);
  useEffect(() => {
    if (wanted.current) target.current?.focus({ preventScroll: true });
  }, []);
  useImperativeHandle<Target | null, Target | null>(given, () => target.current);
  return target;
}
