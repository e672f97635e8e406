import { line, sampleMark, type TextStyle } from '../../scans/drawing.ts';
import { measureText } from './measure-text.ts';

/** In pixels of the picture it belongs to. */
export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type MarkKind =
  | 'number'
  | 'virtual-id'
  | 'secure-qr'
  | 'xml-qr'
  | 'photo'
  | 'name'
  | 'nameHindi'
  | 'fatherName'
  | 'dob'
  | 'pan'
  | 'last4'
  | 'kioskCode';

/** Where something lies whose truth is known. */
export interface Mark {
  what: MarkKind;
  box: PixelBox;
}

/** One side of paper at 300 dots an inch: SVG elements from the origin, and what lies where. */
export interface Sheet {
  width: number;
  height: number;
  content: string;
  marks: Mark[];
}

/** Grows piece by piece while a paper is drawn. */
export class SheetBuilder {
  readonly sheet: Sheet;

  constructor(width: number, height: number) {
    this.sheet = { width, height, content: '', marks: [] };
  }

  add(...elements: string[]): this {
    this.sheet.content += elements.join('\n');
    return this;
  }

  write(x: number, y: number, text: string, style: TextStyle): this {
    return this.add(line(x, y, text, style));
  }

  /** A line of text whose ink is marked. */
  async writeMarked(what: MarkKind, x: number, y: number, text: string, style: TextStyle): Promise<this> {
    const ink = await measureText(text, style.weight ?? 400);
    const { size, anchor = 'start' } = style;
    const shift = anchor === 'start' ? 0 : ink.advance * (anchor === 'middle' ? 0.5 : 1);
    this.mark(what, {
      x: x + (ink.left - shift) * size,
      y: y + ink.top * size,
      width: (ink.right - ink.left) * size,
      height: (ink.bottom - ink.top) * size,
    });
    return this.write(x, y, text, style);
  }

  mark(what: MarkKind, box: PixelBox): this {
    this.sheet.marks.push({ what, box });
    return this;
  }

  /** Lays another sheet on this one. */
  place(other: Sheet, x: number, y: number, scale = 1): this {
    for (const { what, box } of other.marks) {
      this.mark(what, {
        x: x + box.x * scale,
        y: y + box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
      });
    }
    return this.add(`<g transform="translate(${x} ${y}) scale(${scale})">${other.content}</g>`);
  }
}

/** As strong as the ground pattern of real cards: a mark in full ink would be in the way of what is read. */
export function faintMark(width: number, height: number, size: number): string {
  return `<g opacity="0.4">${sampleMark(width, height, size)}</g>`;
}
