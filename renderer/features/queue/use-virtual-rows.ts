import { useCallback, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { VirtualRows, type RowsInSight, type VirtualRowsOptions } from './virtual-rows.ts';

/**
 * The rows in sight of a list that scrolls, and a way to bring one into sight.
 * @param options with a `keyOf` that is the same function while the keys are the same: else all is measured again.
 */
export function useVirtualRows(
  options: VirtualRowsOptions,
): RowsInSight & { scrollTo: (index: number) => void } {
  const [rows] = useState(() => new VirtualRows(options));
  const { items, height } = useSyncExternalStore(rows.subscribe, rows.inSight);
  useLayoutEffect(() => rows.mount(), [rows]);
  useLayoutEffect(() => {
    rows.update(options);
  });
  const scrollTo = useCallback(
    (index: number) => {
      rows.scrollTo(index);
    },
    [rows],
  );
  return { items, height, scrollTo };
}
