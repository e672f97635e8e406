import type { PrintedLine } from '../../../../../../shared/domain/documents/reading/printed-line.ts';

/** A line at a place; the second engine's reading where it has one. */
export function printed(
  latin: string,
  x: number,
  y: number,
  second: string | null = null,
  width = 300,
): PrintedLine {
  return { latin, second, confidence: 0.95, box: { x, y, width, height: 30 } };
}
