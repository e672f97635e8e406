/** A cell of the reviewing table by row and column, from 0. */
export interface GridPlace {
  row: number;
  column: number;
}

/** Where a key goes from a cell; null for a key that does not move. The edges hold. */
export function gridAfterKey(at: GridPlace, key: string, rows: number, columns: number): GridPlace | null {
  const held = (row: number, column: number): GridPlace => ({
    row: Math.min(Math.max(0, row), Math.max(0, rows - 1)),
    column: Math.min(Math.max(0, column), Math.max(0, columns - 1)),
  });
  switch (key) {
    case 'ArrowUp':
      return held(at.row - 1, at.column);
    case 'ArrowDown':
      return held(at.row + 1, at.column);
    case 'ArrowLeft':
      return held(at.row, at.column - 1);
    case 'ArrowRight':
      return held(at.row, at.column + 1);
    case 'Home':
      return held(at.row, 0);
    case 'End':
      return held(at.row, columns - 1);
    default:
      return null;
  }
}
