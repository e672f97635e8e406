import sharp from 'sharp';
import { line } from '../../scans/drawing.ts';

/** Where the ink of a text lies about the start of its base line, for a size of 1; y grows downwards. */
export interface TextInk {
  left: number;
  top: number;
  right: number;
  bottom: number;
  advance: number;
}

const size = 60;
const known = new Map<string, Promise<TextInk>>();

/** Digits are all equally wide in the fonts used, so that numbers share one measurement. */
export function measureText(text: string, weight: 400 | 700): Promise<TextInk> {
  const pattern = text.replace(/\d/g, '8');
  const key = `${weight}/${pattern}`;
  const ink = known.get(key) ?? measure(pattern, weight);
  known.set(key, ink);
  return ink;
}

async function measure(text: string, weight: 400 | 700): Promise<TextInk> {
  const from = await inkOf(text, weight, 'start');
  const to = await inkOf(text, weight, 'end');
  const advance = (from.left - to.left + to.width - 2 * size) / size;
  return {
    left: (from.left - size) / size,
    top: (from.top - 2 * size) / size,
    right: (from.right - size) / size,
    bottom: (from.bottom - 2 * size) / size,
    advance,
  };
}

/** Drawn from one margin of the canvas or up to the other: the difference is how far the pen goes. */
async function inkOf(text: string, weight: 400 | 700, anchor: 'start' | 'end') {
  const width = size * (text.length + 4);
  const x = anchor === 'start' ? size : width - size;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${size * 3}"><rect width="100%" height="100%" fill="#fff"/>${line(x, size * 2, text, { size, weight, anchor, color: '#000' })}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = { left: width, top: info.height, right: 0, bottom: 0, width };
  for (let y = 0; y < info.height; y += 1) {
    for (let column = 0; column < width; column += 1) {
      if ((data[(y * width + column) * info.channels] ?? 255) > 160) continue;
      ink.left = Math.min(ink.left, column);
      ink.right = Math.max(ink.right, column + 1);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y + 1);
    }
  }
  return ink;
}
