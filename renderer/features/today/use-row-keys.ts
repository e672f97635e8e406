import { useState, type KeyboardEvent } from 'react';

const pageStep = 10;

/** Where a key moves to in a list of rows; null for keys that do not move. */
export function nextRow(key: string, at: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + pageStep, last);
    case 'PageUp':
      return Math.max(at - pageStep, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/**
 * One stop of the Tab key for a whole list, arrows inside it: a list of hundreds must not stand between the officer
 * and what comes after it. Each row's button carries `data-row`.
 */
export function useRowKeys(count: number): {
  current: number;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocusRow: (index: number) => void;
} {
  const [row, setRow] = useState(0);
  const current = Math.min(row, Math.max(0, count - 1));
  return {
    current,
    onFocusRow: setRow,
    onKeyDown: (event) => {
      const next = nextRow(event.key, current, count);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      setRow(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
    },
  };
}
