import type { LineBox, PrintedLine } from './printed-line.ts';

/** Lines above, nearest first, that lie over the same part of the page. */
export function linesAbove(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine[] {
  return lines
    .filter((other) => middle(other.box) < middle(line.box) - line.box.height * 0.4)
    .filter((other) => sharesColumn(other.box, line.box))
    .sort((a, b) => middle(b.box) - middle(a.box));
}

export function linesBelow(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine[] {
  return lines
    .filter((other) => middle(other.box) > middle(line.box) + line.box.height * 0.4)
    .filter((other) => sharesColumn(other.box, line.box))
    .sort((a, b) => middle(a.box) - middle(b.box));
}

/** Lines to the right in the same row, nearest first. */
export function linesRightOf(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine[] {
  const { box } = line;
  return lines
    .filter((other) => other.box.x > box.x + box.width * 0.7)
    .filter(
      (other) => Math.abs(middle(other.box) - middle(box)) < Math.max(box.height, other.box.height) * 0.7,
    )
    .sort((a, b) => a.box.x - b.box.x);
}

function sharesColumn(a: LineBox, b: LineBox): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return shared > 0.4 * Math.min(a.width, b.width);
}

function middle(box: LineBox): number {
  return box.y + box.height / 2;
}
