import { useCallback, useEffect, useState } from 'react';
import { on } from '../../app/bridge.ts';

/** A number that changes whenever a transfer, or an act about one, came or changed; and the way to change it by hand. */
export function useTransferChanges(): [turn: number, again: () => void] {
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  useEffect(
    () =>
      on('feed', (feed) => {
        if (feed.transfersChanged === true) again();
      }),
    [again],
  );
  return [turn, again];
}
