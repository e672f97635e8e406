/** Pieces of SVG. Sizes are pixels of the scan. */
export const fontFamily = "'Noto Sans Devanagari', 'Noto Sans', sans-serif";

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

export interface TextStyle {
  size: number;
  color?: string;
  weight?: 400 | 700;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text; `y` is its base line. */
export function line(x: number, y: number, text: string, style: TextStyle): string {
  const { size, color = '#1d2430', weight = 400, anchor = 'start' } = style;
  return `<text x="${x}" y="${y}" font-family="${fontFamily}" font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

/** Breaks a text at spaces: SVG has no line breaks of its own. */
export function wrap(text: string, charactersPerLine: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current.length > 0 && current.length + word.length + 1 > charactersPerLine) {
      lines.push(current);
      current = word;
    } else {
      current = current.length > 0 ? `${current} ${word}` : word;
    }
  }
  return [...lines, current];
}

/** Across the whole picture, so that no part of it passes for a real document. */
export function sampleMark(width: number, height: number, size: number): string {
  const middle = `translate(${width / 2} ${height / 2}) rotate(-24)`;
  const text = `<g transform="${middle}" opacity="0.2">${line(0, size * 0.35, 'नमूना / SAMPLE', { size, color: '#b3261e', weight: 700, anchor: 'middle' })}</g>`;
  return text;
}

/** A pen stroke that reads as a signature and is nobody's. */
export function scribble(x: number, y: number, next: () => number): string {
  let path = `M ${x} ${y}`;
  let at = x;
  for (let stroke = 0; stroke < 7; stroke += 1) {
    const width = 16 + next() * 22;
    path += ` c ${width * 0.2} ${-30 - next() * 26}, ${width * 0.7} ${20 + next() * 22}, ${width} ${next() * 12 - 6}`;
    at += width;
  }
  path += ` M ${x - 6} ${y + 18} q ${(at - x) / 2} ${-16 - next() * 8} ${at - x + 14} ${-4}`;
  return `<path d="${path}" fill="none" stroke="#23367d" stroke-width="2.6" stroke-linecap="round"/>`;
}
