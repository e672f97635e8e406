import type { Operation } from './content-stream.ts';

/** No glyph of the fonts in use is wider, in times of the font's size. */
const widestGlyph = 2;

/** Where text is being written: tells whether the next glyph goes on from the last one or stands somewhere else. */
export class Pen {
  #size = 0;
  #matrix: number[] = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #last: { line: string; along: number; reach: number } | null = null;

  /** Takes a `Tf`, `Tm` or `Td`; others change no place. */
  move({ operator, operands }: Operation): void {
    const numbers = operands.map(Number);
    if (operator === 'Tf') this.#size = numbers[1] ?? 0;
    if (operator === 'Td') {
      this.#x += numbers[0] ?? 0;
      this.#y += numbers[1] ?? 0;
    }
    if (operator === 'Tm') {
      this.#matrix = numbers;
      this.#x = 0;
      this.#y = 0;
    }
  }

  /**
   * False on another line, to the left of the last glyph, or farther to the right than that can reach: what stands
   * there is another word, though no blank was written in between.
   */
  goesOn(): boolean {
    if (this.#last === null) return true;
    const { line, along } = this.#place();
    const step = along - this.#last.along;
    return line === this.#last.line && step >= -0.01 && step <= this.#last.reach;
  }

  /** So many glyphs were written here, by one operation. */
  show(glyphs: number): void {
    const reach = glyphs * widestGlyph * this.#size * Math.abs(this.#matrix[0] ?? 1);
    this.#last = { ...this.#place(), reach };
  }

  #place(): { line: string; along: number } {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.#matrix;
    const height = f + b * this.#x + d * this.#y;
    return { line: [a, b, c, d, height.toFixed(2)].join(' '), along: e + a * this.#x + c * this.#y };
  }
}
